import type { ReactNode } from 'react';
import { back } from '../../platform';
import { Icon } from '../parts/icon';
import { Tap, View } from '../primitives/primitives';

interface NavBarProps {
  title: ReactNode;
  /** Tab pages have nothing to go back to. */
  root: boolean;
  onRefresh?: () => unknown;
  action?: ReactNode;
}

/** The bar of narrow H5 pages; WeChat brings its own. */
export function NavBar({ title, root, onRefresh, action }: NavBarProps) {
  return (
    <View as="header" className="nav-bar">
      <View className="nav-bar__side">
        {!root && (
          <Tap className="nav-bar__button" onTap={back} label="返回">
            <Icon name="back" />
          </Tap>
        )}
      </View>
      <View as="h1" className="nav-bar__title">
        {title}
      </View>
      <View className="nav-bar__side">
        {action ??
          (onRefresh && (
            <Tap className="nav-bar__button" onTap={() => void onRefresh()} label="刷新">
              <Icon name="refresh" />
            </Tap>
          ))}
      </View>
    </View>
  );
}

/** Title line of wide pages. */
export function WideHead({ title, root, onRefresh, action }: NavBarProps) {
  return (
    <View className="wide-head">
      {!root && (
        <Tap className="wide-head__back" onTap={back} label="返回">
          <Icon name="back" />
        </Tap>
      )}
      <View as="h1" className="grow t-title">
        {title}
      </View>
      {action}
      {onRefresh && (
        <Tap className="top-nav__button" onTap={() => void onRefresh()} label="刷新">
          <Icon name="refresh" />
        </Tap>
      )}
    </View>
  );
}
