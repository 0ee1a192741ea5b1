import { Page, Skeleton } from '../../ui';

export default function HomePage() {
  return (
    <Page title="阳光台账" tab="home" width="full">
      <Skeleton />
    </Page>
  );
}
