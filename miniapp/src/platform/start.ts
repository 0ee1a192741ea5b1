import { accountEndpoints } from '@sunledger/shared-types';
import Taro from '@tarojs/taro';
import { call } from './call';
import { startCloud } from './cloud';
import { readSystemScale } from './display';
import { watchNetwork } from './network';
import { watchPrivacy } from './privacy';
import { queryClient, watchFocus } from './query';
import { useSession } from './session';
import { learnTemplates } from './wechat';

/** Everything the app does once, before its first page. */
export function startPlatform(): void {
  startCloud();
  watchNetwork();
  watchFocus();
  readSystemScale();
  if (process.env.TARO_ENV === 'weapp') {
    // the type size is changed in WeChat's own settings, and people come back from there
    Taro.onAppShow(readSystemScale);
    watchPrivacy();
    offerUpdate();
  }
  // roles may have changed since the last visit; the stored ones only draw the first screen
  if (useSession.getState().tokens) {
    call(accountEndpoints.me, {}).then(
      (me) => useSession.setState({ me }),
      (error: unknown) => console.warn('the account could not be read again', error),
    );
  }
  if (useSession.getState().me) learnTemplates();
  // what one account has read is not shown to the next
  useSession.subscribe((now, before) => {
    if (now.me?.id === before.me?.id) return;
    queryClient.clear();
    if (now.me) learnTemplates();
  });
}

function offerUpdate(): void {
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => {
    void Taro.showModal({
      title: '有新版本',
      content: '现在换成新版本？没写完的留言会留着。',
      confirmText: '换新版本',
      cancelText: '先不换',
    }).then(({ confirm }) => {
      if (confirm) manager.applyUpdate();
    });
  });
  // the old one goes on working; WeChat tries again at the next start
  manager.onUpdateFailed(() => console.warn('the new version could not be fetched'));
}
