import { Devices } from '../../features/account/devices';
import { Page } from '../../ui';

export default function DevicesPage() {
  return (
    <Page title="登录的设备">
      <Devices />
    </Page>
  );
}
