import { ImportDesk } from '../../features/plan-import/import-desk';

export default function ImportsPage() {
  return <ImportDesk />;
}
