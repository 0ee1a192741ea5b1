import { LedgerDesk } from '../../features/ledger/ledger-desk';
import { useParams } from '../../platform';

export default function LedgerPage() {
  return <LedgerDesk asked={useParams('ledger').plan ?? null} />;
}
