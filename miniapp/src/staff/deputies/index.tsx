import { DeputiesDesk } from '../../features/deputy/deputies-desk';

export default function DeputiesPage() {
  return <DeputiesDesk />;
}
