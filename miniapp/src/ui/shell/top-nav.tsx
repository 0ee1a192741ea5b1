import { open, setFontMode, useSession, useTypeScale, type TabRoute } from '../../platform';
import { Icon } from '../parts/icon';
import { Tap, Text, View } from '../primitives/primitives';
import { useTabs } from './tabs';

/** The bar of wide windows: brand, tabs, search, type size, account. */
export function TopNav({ active }: { active?: TabRoute }) {
  const tabs = useTabs();
  const name = useSession((state) => state.me?.name);
  const { mode } = useTypeScale();
  return (
    <View as="header" className="top-nav">
      <View className="top-nav__in">
        <Tap className="top-nav__brand" onTap={() => open('home')} label="阳光台账首页">
          <View className="top-nav__mark" silent>
            <Icon name="sun" />
          </View>
          <Text>阳光台账</Text>
        </Tap>
        <View as="nav" className="top-nav__tabs" label="主导航">
          {tabs.map((tab) => (
            <Tap
              key={tab.route}
              className={tab.route === active ? 'top-nav__tab top-nav__tab--on' : 'top-nav__tab'}
              current={tab.route === active}
              onTap={() => open(tab.route)}
            >
              <Text>{tab.word}</Text>
            </Tap>
          ))}
        </View>
        <Tap className="top-nav__button" onTap={() => open('search')}>
          <Icon name="search" />
          <Text>搜索</Text>
        </Tap>
        <Tap
          className="top-nav__button"
          onTap={() => setFontMode(mode === 'elder' ? 'normal' : 'elder')}
          selected={mode === 'elder'}
        >
          <Icon name="font" />
          <Text>{mode === 'elder' ? '标准字号' : '大字版'}</Text>
        </Tap>
        <Tap className="top-nav__button" onTap={() => open(name ? 'me' : 'signIn')}>
          <Icon name="me" />
          <Text>{name ?? '登录'}</Text>
        </Tap>
      </View>
    </View>
  );
}
