import { open } from '../../platform';
import { Icon, Tap, Text, View } from '../../ui';
import './region.scss';

/** 查办理进度 without signing in, 投诉建议 and the 备案编号, which every government mini-program shows on its home page. */
export function RegionFoot({ filingNumber }: { filingNumber: string | null }) {
  return (
    <View className="region-foot">
      <Tap className="region-foot__link" onTap={() => open('lookup')}>
        <Icon name="search" className="btn__icon" />
        <Text>查办理进度</Text>
      </Tap>
      <Tap className="region-foot__link" onTap={() => open('feedback')}>
        <Icon name="shield" className="btn__icon" />
        <Text>投诉建议</Text>
      </Tap>
      {filingNumber && <Text className="t-note">备案编号 {filingNumber}</Text>}
    </View>
  );
}
