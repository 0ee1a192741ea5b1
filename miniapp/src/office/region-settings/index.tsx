import { ChannelsCard } from '../../features/notification/channels-card';
import { RegionGate } from '../../features/region/region-gate';
import { RegionOptionsCard } from '../../features/region/region-options';
import { Page } from '../../ui';

export default function RegionSettingsPage() {
  return (
    <RegionGate frame={(content) => <Page title="地区设置">{content}</Page>}>
      {(code) => (
        <Page title="地区设置">
          <RegionOptionsCard code={code} />
          <ChannelsCard key={code} code={code} />
        </Page>
      )}
    </RegionGate>
  );
}
