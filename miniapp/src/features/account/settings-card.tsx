import { open, setFontMode, setSimple, useDisplay, useTypeScale } from '../../platform';
import { Card, ListRow, Switch } from '../../ui';
import { useRegion, useRegionCode } from '../region/use-region';
import './settings-card.scss';

/** 大字版 and the region being looked at. */
export function SettingsCard() {
  const region = useRegion(useRegionCode().code);
  const { fontMode, simple } = useDisplay();
  const { mode } = useTypeScale();
  // WeChat's own large type switches it on by itself and cannot be overruled here
  const bySystem = mode === 'elder' && fontMode === 'normal';
  return (
    <Card className="card--flush settings">
      <Switch
        title="大字版"
        note={bySystem ? '已跟随微信的字号设置打开' : '字更大，按钮更好点'}
        checked={mode === 'elder'}
        onChange={(on) => setFontMode(on ? 'elder' : 'normal')}
      />
      <Switch title="简洁版" note="首页只留最常用的五件事" checked={simple} onChange={setSimple} />
      <ListRow icon="pin" title="地区" value={region.data?.name ?? '请选择'} onTap={() => open('regions')} />
    </Card>
  );
}
