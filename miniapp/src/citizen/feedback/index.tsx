import { Feedback } from '../../features/privacy/feedback';
import { Page } from '../../ui';

export default function FeedbackPage() {
  return (
    <Page title="投诉建议">
      <Feedback />
    </Page>
  );
}
