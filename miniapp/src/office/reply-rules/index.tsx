import { ReplyRulesDesk } from '../../features/calendar/reply-rules-desk';
import { RegionGate } from '../../features/region/region-gate';
import { useParams, useSession, useShareCard } from '../../platform';
import { Page } from '../../ui';

export default function ReplyRulesPage() {
  const { region } = useParams('replyRules');
  const here = useSession((state) => state.regionCode);
  useShareCard('答复承诺：哪类留言几个工作日答复', 'replyRules', { region: region ?? here });
  return (
    <RegionGate asked={region} frame={(content) => <Page title="答复承诺">{content}</Page>}>
      {(code) => <ReplyRulesDesk key={code} code={code} />}
    </RegionGate>
  );
}
