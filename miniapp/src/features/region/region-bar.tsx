import { open, setFontMode, useTypeScale } from '../../platform';
import { Icon, Tap, Text, View } from '../../ui';
import './region.scss';

/** The region in its name, which is also the way to another one; beside it the type size. */
export function RegionBar({ name }: { name: string }) {
  const { mode } = useTypeScale();
  const elder = mode === 'elder';
  return (
    <View className="region-bar">
      <RegionSwitch name={name} />
      <Tap
        className="region-bar__font"
        onTap={() => setFontMode(elder ? 'normal' : 'elder')}
        selected={elder}
        label={elder ? '标准版，换回标准字号' : '大字版，把字放大'}
      >
        <Icon name="font" />
        <Text>{elder ? '标准版' : '大字版'}</Text>
      </Tap>
    </View>
  );
}

/** The same for the head of wide pages, which says the name itself. */
export function RegionLink() {
  return (
    <Tap className="region-bar__font" onTap={() => open('regions')}>
      <Icon name="swap" />
      <Text>切换地区</Text>
    </Tap>
  );
}

function RegionSwitch({ name }: { name: string }) {
  return (
    <Tap className="region-bar__name" onTap={() => open('regions')} label={`${name}，切换地区`}>
      <Icon name="pin" className="region-bar__pin" />
      <Text className="region-bar__word">{name}</Text>
      <Icon name="down" className="region-bar__arrow" />
    </Tap>
  );
}
