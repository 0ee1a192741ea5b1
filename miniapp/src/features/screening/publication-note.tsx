import type { MessageDetail } from '@sunledger/shared-types';
import { Notice } from '../../ui';

/** Why a question that was meant for the public is not there yet, or will not be: said as it is. */
export function PublicationNote({ message }: { message: MessageDetail }) {
  const { publication } = message;
  if (publication === null) return null;
  if (publication.state === 'checking')
    return <Notice icon="clock">您同意公开这条留言。公开前要先核对内容，不影响办理和答复期限。</Notice>;
  return (
    <Notice tone="soon" icon="info">
      经核对，这条留言不公开，办理和答复照常。
      {publication.reason !== null && `理由：${publication.reason}。`}
      不同意可以在“投诉建议”里提出。
    </Notice>
  );
}
