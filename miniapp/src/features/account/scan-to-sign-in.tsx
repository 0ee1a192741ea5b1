import { open, signInWechat } from '../../platform';
import { Button, Card, Empty, ListRow, Timeline, View } from '../../ui';
import { PcScan } from './pc-scan';

const isWeapp = process.env.TARO_ENV === 'weapp';

/** Outside the demo a browser reads, and the mini-program writes. */
export function ScanToSignIn({ onSignedIn }: { onSignedIn: () => void }) {
  return (
    <View className="stack">
      <Card>
        <Empty
          icon="me"
          title={isWeapp ? '用微信登录' : '请用微信小程序登录'}
          text={
            isWeapp
              ? '不用头像和昵称，也不用密码。公开的内容不登录也能看。'
              : '在网页上可以看全部公开内容；留言、评价和办理，请用微信打开小程序。'
          }
        />
        {isWeapp && <Button onTap={() => signInWechat().then(onSignedIn)}>微信登录</Button>}
      </Card>
      {!isWeapp && <PcScan onDone={onSignedIn} />}
      {!isWeapp && (
        <Card title="怎么打开小程序">
          <Timeline
            items={[
              { key: 1, title: '打开微信，点右上角“＋”，选“扫一扫”', tone: 'going', open: true },
              {
                key: 2,
                title: '扫政务大厅窗口或文件上的小程序码',
                note: '也可以在微信里搜索“阳光台账”',
                tone: 'going',
                open: true,
              },
              { key: 3, title: '在小程序的“我的”里登录', tone: 'going', open: true },
            ]}
          />
        </Card>
      )}
      <Card className="card--flush">
        <ListRow icon="tasks" title="不登录，先看任务" onTap={() => open('tasks')} />
        <ListRow icon="chat" title="看公开的留言和答复" onTap={() => open('answers')} />
      </Card>
    </View>
  );
}
