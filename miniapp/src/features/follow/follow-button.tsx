import { followEndpoints, notificationEndpoints, taskEndpoints } from '@sunledger/shared-types';
import { errorMessage, requireSignIn, toast, useCall, useSend, useSession } from '../../platform';
import { TextLink } from '../../ui';

const refreshes = [
  taskEndpoints.get,
  followEndpoints.list,
  followEndpoints.unitState,
  notificationEndpoints.list,
];

interface FollowButtonProps {
  following: boolean;
  /** 这项任务, or the name of the unit. */
  what: string;
  /** Says what is followed, where that does not stand beside it. */
  named?: boolean;
  onFollow: () => Promise<unknown>;
  onLeave: () => Promise<unknown>;
}

function FollowButton({ following, what, named, onFollow, onLeave }: FollowButtonProps) {
  const change = async (): Promise<void> => {
    if (!requireSignIn()) return;
    try {
      await (following ? onLeave() : onFollow());
      toast(following ? '已取消关注' : '已关注，有新进展、办完或逾期时提醒您', 'done');
    } catch (error) {
      toast(errorMessage(error), 'bad');
    }
  };
  return (
    <TextLink
      icon={following ? 'check' : 'star'}
      onTap={() => void change()}
      label={following ? `已关注${what}，再点一下取消` : `关注${what}`}
    >
      {following ? '已关注' : '关注'}
      {named ? what : ''}
    </TextLink>
  );
}

/** 关注这项任务. */
export function FollowTask({ task }: { task: { id: number; following: boolean } }) {
  const follow = useSend(followEndpoints.followTask, { refreshes });
  const leave = useSend(followEndpoints.unfollowTask, { refreshes });
  return (
    <FollowButton
      following={task.following}
      what="这项任务"
      onFollow={() => follow.run({ id: task.id })}
      onLeave={() => leave.run({ id: task.id })}
    />
  );
}

/** 关注一个单位的全部任务. */
export function FollowUnit({ unit }: { unit: { id: number; name: string } }) {
  const signedIn = useSession((state) => state.me !== null);
  const state = useCall(followEndpoints.unitState, { id: unit.id }, { enabled: signedIn });
  const follow = useSend(followEndpoints.followUnit, { refreshes });
  const leave = useSend(followEndpoints.unfollowUnit, { refreshes });
  if (signedIn && !state.data) return null;
  return (
    <FollowButton
      following={state.data?.following ?? false}
      what={unit.name}
      named
      onFollow={() => follow.run({ id: unit.id })}
      onLeave={() => leave.run({ id: unit.id })}
    />
  );
}
