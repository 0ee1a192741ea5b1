import { Page, Skeleton } from '../../ui';

export default function HandlePage() {
  return (
    <Page title="办理留言">
      <Skeleton />
    </Page>
  );
}
