import { RegionGate } from '../../features/region/region-gate';
import { UnitsDesk } from '../../features/unit/units-desk';
import { Page } from '../../ui';

export default function UnitsPage() {
  return (
    <RegionGate frame={(content) => <Page title="单位">{content}</Page>}>
      {(code) => (
        <Page title="单位">
          <UnitsDesk key={code} code={code} />
        </Page>
      )}
    </RegionGate>
  );
}
