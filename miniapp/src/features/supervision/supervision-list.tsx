import { supervisionEndpoints, supervisionLists, type SupervisionList } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useKeyset, usePageShow, useWide } from '../../platform';
import { Empty, Filters, KeysetList, Page, SplitView, View } from '../../ui';
import { useRoles } from '../oversight/use-roles';
import { RegionGate } from '../region/region-gate';
import { SupervisionPane } from './supervision-page';
import { SupervisionRow } from './supervision-row';
import { listWords } from './supervision-words';

type Shown = SupervisionList | 'all';

/** 督办单: the formal list, for officials and the office the region's, for a unit its own. */
export function SupervisionListPage({ list, unit }: { list: Shown; unit: number }) {
  return (
    <RegionGate frame={(content) => <Page title="督办单">{content}</Page>}>
      {(code) => <Lists key={code} code={code} first={list} unit={unit} />}
    </RegionGate>
  );
}

function Lists({ code, first, unit }: { code: string; first: Shown; unit: number }) {
  const wide = useWide();
  const [shown, setShown] = useState<Shown>(first);
  const [picked, setPicked] = useState(0);
  const list = useKeyset(supervisionEndpoints.list, {
    region: code,
    list: shown === 'all' ? undefined : shown,
    unit: unit || undefined,
  });
  usePageShow(() => void list.reload());
  const selected = wide ? picked || (list.items[0]?.id ?? 0) : 0;
  const choices: readonly Shown[] = ['all', ...supervisionLists];
  return (
    <Page title="督办单" width={wide ? 'split' : 'text'} onRefresh={list.reload}>
      <SplitView
        hint="在左侧选择一份督办单"
        detail={selected > 0 ? <SupervisionPane key={selected} id={selected} /> : null}
        list={
          <View>
            {wide && (
              <View as="h1" className="t-title desk__who">
                督办单
              </View>
            )}
            <Filters
              label="按状态看"
              value={shown}
              options={choices.map((value) => ({ value, label: listWords[value] }))}
              onChange={(value) => {
                setPicked(0);
                setShown(value);
              }}
            />
            <View className="mt">
              <KeysetList
                {...list}
                itemKey={({ id }) => id}
                renderItem={(item) => (
                  <SupervisionRow
                    item={item}
                    selected={item.id === selected}
                    onTap={() => (wide ? setPicked(item.id) : open('supervision', { id: item.id }))}
                  />
                )}
                empty={<Nothing />}
              />
            </View>
          </View>
        }
      />
    </Page>
  );
}

function Nothing() {
  const issues = useRoles().includes('official');
  const text = issues ? '在任务或留言的页面上可以下达督办单。' : '领导下达督办单后会列在这里。';
  return <Empty icon="check" title="没有这样的督办单" text={text} />;
}
