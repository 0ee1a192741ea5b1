import { Page, Skeleton } from '../../ui';

/** The third tab of staff, as a whole page. */
export function StaffDesk() {
  return (
    <Page title="待办" tab="desk" width="full">
      <Skeleton />
    </Page>
  );
}
