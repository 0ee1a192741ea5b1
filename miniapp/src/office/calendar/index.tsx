import { CalendarDesk } from '../../features/calendar/calendar-desk';
import { RegionGate } from '../../features/region/region-gate';
import { idOf, useParams, useSession, useShareCard } from '../../platform';
import { Page } from '../../ui';

export default function CalendarPage() {
  const { id, region } = useParams('calendar');
  const year = idOf(id);
  const here = useSession((state) => state.regionCode);
  useShareCard('放假与调休：答复期限按这张日历数', 'calendar', { region: region ?? here });
  return (
    <RegionGate asked={region} frame={(content) => <Page title="放假与调休">{content}</Page>}>
      {(code) => <CalendarDesk key={code} code={code} asked={year > 0 ? year : null} />}
    </RegionGate>
  );
}
