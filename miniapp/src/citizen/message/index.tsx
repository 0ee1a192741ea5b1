import { Page, Skeleton } from '../../ui';

export default function MessagePage() {
  return (
    <Page title="留言详情">
      <Skeleton />
    </Page>
  );
}
