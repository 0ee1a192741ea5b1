import type { ReactNode } from 'react';
import {
  useNetwork,
  usePageTitle,
  usePageVisible,
  useRefreshByPull,
  useTypeScale,
  useWide,
  type TabRoute,
} from '../../platform';
import { View } from '../primitives/primitives';
import { FeedbackHost } from './feedback-host';
import { NavBar, WideHead } from './nav-bar';
import { PrivacyPopup } from './privacy-popup';
import { TabBar } from './tab-bar';
import { TopNav } from './top-nav';
import { usePageFocus } from './use-page-focus';

interface PageProps {
  title: string;
  /** For tab pages: which tab this is. */
  tab?: TabRoute;
  /** Pull to refresh on WeChat, a button on H5. */
  onRefresh?: () => Promise<unknown>;
  /** Right side of the H5 bar in place of the refresh button. */
  action?: ReactNode;
  /** Buttons that stay at the bottom. */
  foot?: ReactNode;
  /** On wide windows: `text` (800 px, reading and forms), `full` (1180 px), `split` for <SplitView>. */
  width?: 'text' | 'full' | 'split';
  className?: string;
  children: ReactNode;
}

const isWeapp = process.env.TARO_ENV === 'weapp';

/** The frame of every page: tokens, type scale, bars, safe areas, offline line, feedback. */
export function Page({
  title,
  tab,
  onRefresh,
  action,
  foot,
  width = 'text',
  className,
  children,
}: PageProps) {
  const { mode, scale } = useTypeScale();
  const wide = useWide();
  const visible = usePageVisible();
  const id = usePageFocus(visible);
  usePageTitle(title);
  useRefreshByPull(onRefresh);

  const root = [
    'sl',
    `sl--${isWeapp ? 'weapp' : 'h5'}`,
    mode === 'elder' ? 'sl--elder' : '',
    wide ? 'sl--wide' : '',
    tab ? 'sl--tab' : '',
  ];
  const ownScale = scale !== 1 && scale !== 1.35;
  const main = ['page', `page--${width}`, className ?? ''];
  return (
    <View
      id={id}
      className={root.filter(Boolean).join(' ')}
      style={ownScale ? ({ '--scale': scale } as object) : undefined}
    >
      {!isWeapp && wide && <TopNav active={tab} />}
      {!isWeapp && !wide && (
        <NavBar title={title} root={tab !== undefined} onRefresh={onRefresh} action={action} />
      )}
      <OfflineBar />
      <View as="main" className={main.filter(Boolean).join(' ')}>
        {!isWeapp && wide && width !== 'split' && (
          <WideHead title={title} root={tab !== undefined} onRefresh={onRefresh} action={action} />
        )}
        {children}
      </View>
      {foot && (
        <>
          <View className="foot-space" silent />
          <View className="foot">
            <View className="foot__in">{foot}</View>
          </View>
        </>
      )}
      {tab && !wide && <TabBar active={tab} />}
      {visible && (isWeapp ? <PrivacyPopup /> : <FeedbackHost />)}
    </View>
  );
}

function OfflineBar() {
  const online = useNetwork((state) => state.online);
  if (online) return null;
  return (
    <View className="offline" role="status" live="polite">
      网络已断开，显示的是之前读到的内容
    </View>
  );
}
