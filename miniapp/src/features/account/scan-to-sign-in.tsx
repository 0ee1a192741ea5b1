import { open } from '../../platform';
import { Card, Empty, ListRow, Timeline, View } from '../../ui';

const isWeapp = process.env.TARO_ENV === 'weapp';

/** Outside the demo a browser reads, and the mini-program writes. */
export function ScanToSignIn() {
  return (
    <View className="stack">
      <Card>
        <Empty
          icon="me"
          title={isWeapp ? '微信登录还没有开通' : '请用微信小程序登录'}
          text={
            isWeapp
              ? '请联系本地政务公开办。公开的内容不用登录就能看。'
              : '在网页上可以看全部公开内容；留言、评价和办理，请用微信打开小程序。'
          }
        />
      </Card>
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
