import { Feedback } from '../../features/privacy/feedback';
import { useShareCard } from '../../platform';
import { Page } from '../../ui';

export default function FeedbackPage() {
  useShareCard('投诉建议', 'feedback');
  return (
    <Page title="投诉建议">
      <Feedback />
    </Page>
  );
}
