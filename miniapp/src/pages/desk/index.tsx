import { Page, Skeleton } from '../../ui';

export default function DeskPage() {
  return (
    <Page title="留言" tab="desk" width="full">
      <Skeleton />
    </Page>
  );
}
