import { LookBackDesk } from '../../features/ledger/look-back-desk';

export default function LookBackPage() {
  return <LookBackDesk />;
}
