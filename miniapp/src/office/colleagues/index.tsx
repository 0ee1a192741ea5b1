import { ColleaguesDesk } from '../../features/invitation/colleagues-desk';
import { RegionGate } from '../../features/region/region-gate';
import { useIsAdmin } from '../../features/oversight/use-roles';
import { useParams } from '../../platform';
import { Page } from '../../ui';

export default function ColleaguesPage() {
  const { region } = useParams('colleagues');
  const admin = useIsAdmin();
  return (
    <RegionGate asked={region} frame={(content) => <Page title="同事与邀请">{content}</Page>}>
      {(code) => (
        <Page title="同事与邀请">
          <ColleaguesDesk key={code} code={code} admin={admin} />
        </Page>
      )}
    </RegionGate>
  );
}
