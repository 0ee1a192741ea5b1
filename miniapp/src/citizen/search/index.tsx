import { Page, Skeleton } from '../../ui';

export default function SearchPage() {
  return (
    <Page title="搜索">
      <Skeleton />
    </Page>
  );
}
