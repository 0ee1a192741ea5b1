import { Page, Skeleton } from '../../ui';

export default function AnswersPage() {
  return (
    <Page title="问答">
      <Skeleton />
    </Page>
  );
}
