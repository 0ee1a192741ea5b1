import { View } from '../../ui';
import { useRegion, useRegionCode } from '../region/use-region';

/** 备案编号 of the program (国办函〔2026〕12号: shown to everybody). */
export function FilingNumber() {
  const region = useRegion(useRegionCode().code);
  if (!region.data?.filingNumber) return null;
  return <View className="t-note t-center mt">备案编号 {region.data.filingNumber}</View>;
}
