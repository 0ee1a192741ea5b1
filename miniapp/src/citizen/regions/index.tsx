import { Page, Skeleton } from '../../ui';

export default function RegionsPage() {
  return (
    <Page title="选择地区">
      <Skeleton />
    </Page>
  );
}
