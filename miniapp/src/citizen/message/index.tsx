import { messageEndpoints } from '@sunledger/shared-types';
import { MessageView } from '../../features/message/message-view';
import { idOf, useCall, useParams } from '../../platform';
import { Page, QueryView } from '../../ui';

export default function MessagePage() {
  const message = useCall(messageEndpoints.get, { id: idOf(useParams('message').id) });
  return (
    <Page title="留言详情" onRefresh={message.refetch}>
      <QueryView query={message}>{(found) => <MessageView message={found} />}</QueryView>
    </Page>
  );
}
