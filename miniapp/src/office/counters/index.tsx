import { CountersDesk } from '../../features/counter/counters-desk';
import { RegionGate } from '../../features/region/region-gate';
import { Page } from '../../ui';

export default function CountersPage() {
  return (
    <RegionGate frame={(content) => <Page title="服务窗口">{content}</Page>}>
      {(code) => (
        <Page title="服务窗口">
          <CountersDesk key={code} code={code} />
        </Page>
      )}
    </RegionGate>
  );
}
