import { Page, Skeleton } from '../../ui';

export default function UnitPage() {
  return (
    <Page title="单位详情">
      <Skeleton />
    </Page>
  );
}
