import { JOIN_PREFIX } from '@sunledger/shared-types';
import { JoinUnit } from '../../features/account/join-unit';
import { useParams } from '../../platform';
import { Page } from '../../ui';

/** Opened from 我的, by a link with `code`, or by the mini-program code whose scene is the code. */
export default function JoinPage() {
  const { code, scene } = useParams('join');
  return (
    <Page title="加入单位">
      <JoinUnit given={(code ?? scene ?? '').replace(JOIN_PREFIX, '')} />
    </Page>
  );
}
