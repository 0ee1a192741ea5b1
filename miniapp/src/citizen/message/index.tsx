import { messageEndpoints } from '@sunledger/shared-types';
import { MessageView } from '../../features/message/message-view';
import { idOf, useCall, useParams, useSession, useShareCard } from '../../platform';
import { Page, QueryView } from '../../ui';

export default function MessagePage() {
  const id = idOf(useParams('message').id);
  const message = useCall(messageEndpoints.get, { id });
  const region = useSession((state) => state.regionCode);
  // the text as its author or the staff see it goes into no card, and what is private leads to the home page
  const open = message.data?.public === true;
  useShareCard(
    open ? '公开答复：群众问了什么，单位怎么答' : '政务公开台账：承诺、进度、答复都在这里',
    open ? 'message' : 'home',
    open ? { id } : { region },
  );
  return (
    <Page title="留言详情" onRefresh={message.refetch}>
      <QueryView query={message}>{(found) => <MessageView message={found} />}</QueryView>
    </Page>
  );
}
