import { UnitBoard } from '../../features/oversight/unit-board';
import { idOf, useParams } from '../../platform';

export default function UnitPage() {
  return <UnitBoard id={idOf(useParams('unit').id)} />;
}
