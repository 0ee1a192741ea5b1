import type { MessageDetail, MessageRow } from '@sunledger/shared-types';

const leading: readonly MessageRow['status'][] = ['open', 'asked', 'inReview', 'answered'];

/** Whether another message may be the one that this one goes with (the server decides it likewise). */
export const mayLead = (
  row: Pick<MessageRow, 'id' | 'status' | 'merged' | 'unit'>,
  message: Pick<MessageDetail, 'id' | 'unit'>,
): boolean =>
  row.id !== message.id && !row.merged && row.unit.id === message.unit.id && leading.includes(row.status);
