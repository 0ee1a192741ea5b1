const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger|miniProgram/, '微信小程序'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** A device as its owner knows it: “Chrome · Windows”. */
export function deviceName(userAgent: string | null): string {
  if (userAgent === null) return '未知设备';
  const name = (list: typeof SYSTEMS): string[] => {
    const found = list.find(([pattern]) => pattern.test(userAgent));
    return found ? [found[1]] : [];
  };
  return [...name(BROWSERS), ...name(SYSTEMS)].join(' · ') || '其他程序';
}
