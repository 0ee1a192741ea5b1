import { accountEndpoints } from '@sunledger/shared-types';
import { landingOf } from '../../features/account/account-words';
import { PersonaList } from '../../features/account/persona-list';
import { ScanToSignIn } from '../../features/account/scan-to-sign-in';
import { ApiError, back, canGoBack, replace, useCall, useParams, useSession } from '../../platform';
import { Page } from '../../ui';

export default function SignInPage() {
  const { then } = useParams('signIn');
  const people = useCall(accountEndpoints.listPersonas, {}, { staleMs: 10 * 60_000 });
  // outside the demo this call does not exist
  const production = people.error instanceof ApiError && people.error.status === 404;

  const goOn = (): void => {
    const { me } = useSession.getState();
    if (then === 'back' && canGoBack()) back();
    else replace(me ? landingOf(me) : 'home');
  };

  return (
    <Page title="登录">
      {production ? <ScanToSignIn onSignedIn={goOn} /> : <PersonaList onSignedIn={goOn} />}
    </Page>
  );
}
