import { ReplyRulesDesk } from '../../features/calendar/reply-rules-desk';
import { RegionGate } from '../../features/region/region-gate';
import { useParams } from '../../platform';
import { Page } from '../../ui';

export default function ReplyRulesPage() {
  const { region } = useParams('replyRules');
  return (
    <RegionGate asked={region} frame={(content) => <Page title="答复承诺">{content}</Page>}>
      {(code) => <ReplyRulesDesk key={code} code={code} />}
    </RegionGate>
  );
}
