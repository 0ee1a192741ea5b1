import { bulletinEndpoints } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useRefresh } from '../../platform';
import { Button, Card, Empty, ListRow, Page, View } from '../../ui';
import { FeedCard } from '../deadline-feed/feed-card';
import { useRoles } from '../oversight/use-roles';
import { SheetCard } from '../task-sheet/sheet-card';
import { AnnualCard } from './annual-card';
import { BulletinList } from './bulletin-list';
import { MakeBulletin } from './make-bulletin';
import './bulletin.scss';

/** 台账与通报: what an office hands in, made from what is there. */
export function ReportsDesk({ code }: { code: string }) {
  const roles = useRoles();
  const isOffice = roles.includes('office');
  const oversees = isOffice || roles.includes('official');
  const refresh = useRefresh();
  const [making, setMaking] = useState(false);
  if (roles.length === 0) {
    return (
      <Page title="台账与通报">
        <Empty
          title="这一页供工作人员使用"
          text="已发布的通报和开放数据人人可看。"
          action={{ text: '看通报', onTap: () => open('bulletins') }}
        />
      </Page>
    );
  }
  return (
    <Page title="台账与通报" width="full" onRefresh={() => refresh(bulletinEndpoints.list)}>
      <View className="bulletin-columns">
        <View className="stack">
          <SheetCard code={code} mayImport={isOffice} />
          {oversees && <AnnualCard code={code} />}
        </View>
        <View className="stack">
          <Card title="通报" note="数字生成时定格，另一位同事审核后发布">
            {isOffice && (
              <Button icon="plus" onTap={() => setMaking(true)}>
                生成一期通报
              </Button>
            )}
            <View className="mt">
              <BulletinList code={code} drafts={oversees} />
            </View>
          </Card>
          <FeedCard code={code} />
          <Card className="card--flush">
            <ListRow icon="share" title="开放数据" note="供群众和媒体下载" onTap={() => open('bulletins')} />
          </Card>
        </View>
      </View>
      {making && <MakeBulletin code={code} onClose={() => setMaking(false)} />}
    </Page>
  );
}
