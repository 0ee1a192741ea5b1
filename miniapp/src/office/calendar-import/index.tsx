import { ImportNotice } from '../../features/calendar/import-notice';

export default function CalendarImportPage() {
  return <ImportNotice />;
}
