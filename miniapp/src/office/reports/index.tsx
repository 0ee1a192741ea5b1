import { ReportsDesk } from '../../features/bulletin/reports-desk';
import { RegionGate } from '../../features/region/region-gate';
import { Page } from '../../ui';

export default function ReportsPage() {
  return (
    <RegionGate frame={(content) => <Page title="台账与通报">{content}</Page>}>
      {(code) => <ReportsDesk key={code} code={code} />}
    </RegionGate>
  );
}
