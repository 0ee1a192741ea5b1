import { messageKinds, type MessageKind } from '@sunledger/shared-types';
import { ItemsList } from '../../features/oversight/items-list';
import { askedOf, NO_SECTION } from '../../features/oversight/items-of';
import { idOf, useParams } from '../../platform';

export default function ItemsPage() {
  const { what, unit, kind, section, year } = useParams('items');
  return (
    <ItemsList
      asked={askedOf(what)}
      unit={idOf(unit)}
      kind={isKind(kind) ? kind : undefined}
      section={section === NO_SECTION ? '' : section || undefined}
      year={idOf(year) || undefined}
    />
  );
}

const isKind = (text: string | undefined): text is MessageKind =>
  (messageKinds as readonly string[]).includes(text ?? '');
