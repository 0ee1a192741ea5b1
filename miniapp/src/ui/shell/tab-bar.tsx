import { open, type TabRoute } from '../../platform';
import { Icon } from '../parts/icon';
import { Tap, Text, View } from '../primitives/primitives';
import { useTabs } from './tabs';

/**
 * The tabs at the bottom, drawn by each tab page itself. WeChat's own bar cannot grow with 大字版, and the word
 * of the third tab depends on who is signed in.
 */
export function TabBar({ active }: { active: TabRoute }) {
  const tabs = useTabs();
  return (
    <>
      <View className="tab-space" silent />
      <View as="nav" className="tab-bar" label="主导航">
        {tabs.map((tab) => (
          <Tap
            key={tab.route}
            className={tab.route === active ? 'tab-bar__item tab-bar__item--on' : 'tab-bar__item'}
            current={tab.route === active}
            onTap={() => open(tab.route)}
          >
            <View className="tab-bar__icon" silent>
              <Icon name={tab.icon} />
            </View>
            <Text>{tab.word}</Text>
          </Tap>
        ))}
      </View>
    </>
  );
}
