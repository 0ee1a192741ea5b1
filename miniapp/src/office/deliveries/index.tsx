import { DeliveryDesk } from '../../features/delivery/delivery-desk';

export default function DeliveriesPage() {
  return <DeliveryDesk />;
}
