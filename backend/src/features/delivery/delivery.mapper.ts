import type { Delivery, DeliveryState } from '@sunledger/shared-types';
import { toChinaIso } from '../../core/clock';
import type { FailedOrder } from '../../core/outbox/outbox.repository';

/** An order under way is one that waits, for whoever looks. */
export const deliveryOf = (order: FailedOrder): Delivery => ({
  ...order,
  state: stateOf(order),
  runAt: toChinaIso(order.runAt),
  finishedAt: order.finishedAt && toChinaIso(order.finishedAt),
  replayedAt: order.replayedAt && toChinaIso(order.replayedAt),
});

const stateOf = ({ state }: FailedOrder): DeliveryState =>
  state === 'dead' || state === 'unknown' ? state : 'open';
