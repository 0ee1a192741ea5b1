import { Page, Skeleton } from '../../ui';

export default function MePage() {
  return (
    <Page title="我的" tab="me" width="full">
      <Skeleton />
    </Page>
  );
}
