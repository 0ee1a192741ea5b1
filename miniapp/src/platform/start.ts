import { accountEndpoints } from '@sunledger/shared-types';
import Taro from '@tarojs/taro';
import { call } from './call';
import { readSystemScale } from './display';
import { watchNetwork } from './network';
import { queryClient, watchFocus } from './query';
import { useSession } from './session';

/** Everything the app does once, before its first page. */
export function startPlatform(): void {
  watchNetwork();
  watchFocus();
  readSystemScale();
  if (process.env.TARO_ENV === 'weapp') {
    Taro.onAppShow(readSystemScale);
    offerUpdate();
  }
  // roles may have changed since the last visit; the stored ones only draw the first screen
  if (useSession.getState().tokens) {
    call(accountEndpoints.me, {}).then(
      (me) => useSession.setState({ me }),
      (error: unknown) => console.warn('the account could not be read again', error),
    );
  }
  // what one account has read is not shown to the next
  useSession.subscribe((now, before) => {
    if (now.me?.id !== before.me?.id) queryClient.clear();
  });
}

function offerUpdate(): void {
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => {
    void Taro.showModal({ title: '有新版本', content: '重新打开后使用新版本。', showCancel: false }).then(
      () => manager.applyUpdate(),
    );
  });
}
