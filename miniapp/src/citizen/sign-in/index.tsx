import { Page, Skeleton } from '../../ui';

export default function SignInPage() {
  return (
    <Page title="登录">
      <Skeleton />
    </Page>
  );
}
