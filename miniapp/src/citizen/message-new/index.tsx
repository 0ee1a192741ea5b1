import { Page, Skeleton } from '../../ui';

export default function MessageNewPage() {
  return (
    <Page title="我要留言">
      <Skeleton />
    </Page>
  );
}
