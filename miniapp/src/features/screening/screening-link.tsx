import { screeningEndpoints } from '@sunledger/shared-types';
import { open, useCall } from '../../platform';
import { Card, ListRow } from '../../ui';

/** In the inbox of whoever decides, while something waits. */
export function ScreeningLink({ code }: { code: string }) {
  const list = useCall(screeningEndpoints.list, { code, limit: 1 });
  const waiting = list.data?.waiting ?? 0;
  if (waiting === 0) return null;
  return (
    <Card className="card--flush mt">
      <ListRow
        icon="shield"
        title="内容核对"
        note="检测有疑问的留言和照片，核对后才能公开"
        value={`${waiting} 件`}
        onTap={() => open('screenings')}
      />
    </Card>
  );
}
