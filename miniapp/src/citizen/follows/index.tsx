import { followEndpoints } from '@sunledger/shared-types';
import { MyFollows } from '../../features/follow/my-follows';
import { open, useRefresh, useSession } from '../../platform';
import { Empty, Page } from '../../ui';

export default function FollowsPage() {
  const signedIn = useSession((state) => state.me !== null);
  const refresh = useRefresh();
  return (
    <Page title="我关注的" onRefresh={signedIn ? () => refresh(followEndpoints.list) : undefined}>
      {signedIn ? (
        <MyFollows />
      ) : (
        <Empty
          icon="star"
          title="登录后可以关注任务和单位"
          text="有新进展、办完或逾期时提醒您。"
          action={{ text: '去登录', onTap: () => open('signIn') }}
        />
      )}
    </Page>
  );
}
