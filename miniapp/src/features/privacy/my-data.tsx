import { privacyEndpoints, type ErasurePreview } from '@sunledger/shared-types';
import { useState } from 'react';
import {
  call,
  closeAccount,
  confirm,
  errorMessage,
  open,
  saveText,
  serverToday,
  toast,
  useCall,
  useSession,
} from '../../platform';
import { Button, Card, Check, Empty, ListRow, Notice, Page, QueryView, View } from '../../ui';
import { useProof } from '../account/use-proof';
import { goesOf, stays } from './erasure-words';

/** 我的数据: a copy of everything, and the end of the account. */
export function MyData() {
  const signedIn = useSession((state) => state.me !== null);
  const preview = useCall(privacyEndpoints.previewErasure, {}, { enabled: signedIn });
  if (!signedIn) {
    return (
      <Page title="我的数据">
        <Empty
          icon="shield"
          title="登录后查看"
          text="登录后可以下载本人的全部数据，也可以注销账号。"
          action={{ text: '去登录', onTap: () => open('signIn', { then: 'back' }) }}
        />
      </Page>
    );
  }
  return (
    <Page title="我的数据" onRefresh={preview.refetch}>
      <QueryView query={preview}>
        {(found) => (
          <View className="stack">
            <Copy />
            <CloseAccount preview={found} />
            <Card className="card--flush">
              <ListRow
                icon="shield"
                title="隐私说明"
                note="收集什么、为什么、存多久"
                onTap={() => open('privacy')}
              />
            </Card>
          </View>
        )}
      </QueryView>
    </Page>
  );
}

function Copy() {
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      const file = await call(privacyEndpoints.exportMine, {});
      const saved = await saveText(`我的数据-${serverToday()}.json`, JSON.stringify(file, null, 2));
      if (saved) toast('已导出', 'done');
    } catch (error) {
      toast(errorMessage(error), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="导出我的数据">
      <View className="t-2">
        账号、留言和补充、每一步办理经过、答复、评价、提醒、同意记录和登录记录，都在一个文件里。
      </View>
      <View className="mt">
        <Button kind="ghost" icon="file" busy={busy} onTap={download}>
          {busy ? '正在整理' : '下载全部数据'}
        </Button>
      </View>
    </Card>
  );
}

/** Says exactly what goes and what stays before anything can be tapped. */
function CloseAccount({ preview }: { preview: ErasurePreview }) {
  const [read, setRead] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const proof = useProof();
  const close = async (): Promise<void> => {
    const yes = await confirm({
      title: '现在注销账号？',
      text: '删去的内容找不回来。想留一份，请先下载全部数据。',
      confirmText: '注销账号',
      danger: true,
    });
    if (!yes) return;
    setBusy(true);
    setProblem(null);
    try {
      await proof.run(async () => {
        await closeAccount();
        toast('账号已注销，个人内容已删除', 'done');
        open('home');
      });
    } catch (error) {
      setProblem(errorMessage(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="注销账号">
      <Lines title="会删去" lines={goesOf(preview)} />
      <Lines title="依法保留" lines={stays} />
      {preview.duties.length > 0 ? (
        <View className="mt">
          <Notice tone="soon" icon="info">
            您还担任{preview.duties.map((duty) => `${duty.unitName ?? ''}${duty.role}`).join('、')}
            。请先由政务公开办办理离岗交接，再来注销。
          </Notice>
        </View>
      ) : (
        <View className="stack mt">
          <Check title="我已看清楚删去什么、保留什么" checked={read} onChange={setRead} />
          {problem && (
            <Notice tone="late" icon="warn">
              {problem}
            </Notice>
          )}
          {read && (
            <Button kind="danger" busy={busy} onTap={close}>
              注销账号
            </Button>
          )}
          {proof.sheet}
        </View>
      )}
    </Card>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <View className="mt-s">
      <View className="t-strong">{title}</View>
      {lines.map((line) => (
        <View key={line} className="t-2">
          · {line}
        </View>
      ))}
    </View>
  );
}
