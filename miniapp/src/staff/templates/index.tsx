import { RegionGate } from '../../features/region/region-gate';
import { TemplatesDesk } from '../../features/reply/templates-desk';
import { useParams } from '../../platform';
import { Page } from '../../ui';

export default function TemplatesPage() {
  const { region } = useParams('templates');
  return (
    <RegionGate asked={region} frame={(content) => <Page title="答复模板">{content}</Page>}>
      {(code) => <TemplatesDesk key={code} code={code} />}
    </RegionGate>
  );
}
