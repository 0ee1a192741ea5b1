import { LightsDesk } from '../../features/light-history/lights-desk';
import { RegionGate } from '../../features/region/region-gate';
import { useParams } from '../../platform';
import { Page } from '../../ui';

export default function LightsPage() {
  const { region } = useParams('lights');
  return (
    <RegionGate asked={region} frame={(content) => <Page title="状态怎么判定">{content}</Page>}>
      {(code) => <LightsDesk key={code} code={code} />}
    </RegionGate>
  );
}
