import { ItemsList } from '../../features/oversight/items-list';
import { askedOf } from '../../features/oversight/items-of';
import { idOf, useParams } from '../../platform';

export default function ItemsPage() {
  const { what, unit } = useParams('items');
  return <ItemsList asked={askedOf(what)} unit={idOf(unit)} />;
}
