import { Scanned } from '../../features/entry/scanned';
import { useParams } from '../../platform';

export default function ScanPage() {
  const { scene } = useParams('scan');
  return <Scanned given={scene ?? null} />;
}
