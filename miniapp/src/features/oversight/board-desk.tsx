import { Page, Skeleton } from '../../ui';

/** The third tab of officials, as a whole page. */
export function BoardDesk() {
  return (
    <Page title="督办看板" tab="desk" width="full">
      <Skeleton />
    </Page>
  );
}
