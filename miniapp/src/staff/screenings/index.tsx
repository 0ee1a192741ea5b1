import { RegionGate } from '../../features/region/region-gate';
import { ScreeningDesk } from '../../features/screening/screening-desk';
import { Page } from '../../ui';

export default function ScreeningsPage() {
  return (
    <RegionGate frame={(content) => <Page title="内容核对">{content}</Page>}>
      {(code) => (
        <Page title="内容核对">
          <ScreeningDesk key={code} code={code} />
        </Page>
      )}
    </RegionGate>
  );
}
