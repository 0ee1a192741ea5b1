import { VisitCounter } from '../../features/counter/visit-counter';
import { useParams } from '../../platform';
import { Page } from '../../ui';

/** Opened by the code on a counter: `scene` is its key. */
export default function CounterPage() {
  const { scene } = useParams('counter');
  return (
    <Page title="扫码评价">
      <VisitCounter counterKey={scene ?? ''} />
    </Page>
  );
}
