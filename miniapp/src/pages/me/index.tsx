import { notificationEndpoints } from '@sunledger/shared-types';
import { FilingNumber } from '../../features/account/filing-number';
import { LinksCard } from '../../features/account/links-card';
import { SettingsCard } from '../../features/account/settings-card';
import { WhoCard } from '../../features/account/who-card';
import { NotificationCard } from '../../features/notification/notification-card';
import { usePageShow, useRefresh, useSession, useWide } from '../../platform';
import { Page, View } from '../../ui';
import './index.scss';

export default function MePage() {
  const signedIn = useSession((state) => state.me !== null);
  const wide = useWide();
  const refresh = useRefresh();
  const reload = (): Promise<void> => refresh(notificationEndpoints.list);
  usePageShow(() => void reload());
  const beside = wide && signedIn;
  return (
    <Page title="我的" tab="me" width={beside ? 'full' : 'text'} onRefresh={signedIn ? reload : undefined}>
      <View className={beside ? 'me me--beside' : 'me'}>
        <View className="stack me__part">
          <WhoCard />
          <SettingsCard />
          {beside && <LinksCard />}
        </View>
        <View className="stack me__part">
          {signedIn && <NotificationCard />}
          {!beside && <LinksCard />}
        </View>
      </View>
      <FilingNumber />
    </Page>
  );
}
