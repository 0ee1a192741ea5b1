import { FoundRegion } from '../../features/region/found-region';
import { Page } from '../../ui';

export default function RegionNewPage() {
  return (
    <Page title="新建地区">
      <FoundRegion />
    </Page>
  );
}
