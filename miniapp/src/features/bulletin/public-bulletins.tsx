import { Card, Page, View } from '../../ui';
import { OpenDataCard } from '../open-data/open-data-card';
import { BulletinList } from './bulletin-list';
import './bulletin.scss';

/** 通报与开放数据, for everybody. */
export function PublicBulletins({ code }: { code: string }) {
  return (
    <Page title="通报与开放数据" width="full">
      <View className="bulletin-columns">
        <Card title="通报" note="数字在生成当天定格">
          <BulletinList code={code} drafts={false} />
        </Card>
        <OpenDataCard code={code} />
      </View>
    </Page>
  );
}
