import Taro from '@tarojs/taro';
import { create } from 'zustand';

interface NetworkState {
  online: boolean;
}

/** Whether the device believes it is connected. Calls are always tried; this only words the failure. */
export const useNetwork = create<NetworkState>(() => ({ online: true }));

export const isOnline = (): boolean => useNetwork.getState().online;

function set(online: boolean): void {
  if (useNetwork.getState().online !== online) useNetwork.setState({ online });
}

/** An answer arrived, so the connection works whatever the system says. */
export const noteOnline = (): void => set(true);

/** Watches the connection for the life of the app; called once at the start. */
export function watchNetwork(): void {
  if (process.env.TARO_ENV === 'weapp') {
    Taro.onNetworkStatusChange((status) => set(status.isConnected));
    // WeChat tells of changes only: who opens the app in a tunnel hears of none
    Taro.getNetworkType().then(
      ({ networkType }) => set(networkType !== 'none'),
      (error: unknown) => console.warn('the network could not be asked for', error),
    );
    return;
  }
  set(navigator.onLine);
  window.addEventListener('online', () => set(true));
  window.addEventListener('offline', () => set(false));
}
