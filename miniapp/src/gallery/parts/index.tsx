import { lights } from '@sunledger/shared-types';
import { useState } from 'react';
import { setFontMode, toast, useTypeScale } from '../../platform';
import {
  Button,
  Card,
  Check,
  Chip,
  DateReason,
  Empty,
  Facts,
  Figure,
  Filters,
  Item,
  Items,
  LightChip,
  ListRow,
  Notice,
  Page,
  Picker,
  ProgressBar,
  RedHead,
  Ring,
  SearchLink,
  Segmented,
  Skeleton,
  StackedBar,
  Stamp,
  Switch,
  Text,
  TextArea,
  TextInput,
  Timeline,
  View,
} from '../../ui';
import { exampleDue, exampleParts } from './examples';

/** Every part on one page, for looking at during development: build with SUNLEDGER_GALLERY=1. */
export default function GalleryPage() {
  const { mode } = useTypeScale();
  const [kind, setKind] = useState<'a' | 'b' | 'c' | 'd' | 'e'>('a');
  const [text, setText] = useState('灵活就业人员参加技能培训，补贴在哪里申请？需要带什么材料？');
  const [open, setOpen] = useState(false);
  const [unit, setUnit] = useState<'1' | '2' | ''>('');
  const options = [
    { value: 'a', label: '咨询' },
    { value: 'b', label: '建议' },
    { value: 'c', label: '投诉' },
    { value: 'd', label: '求助' },
    { value: 'e', label: '纠错' },
  ] as const;
  return (
    <Page
      title="云溪县"
      tab="home"
      onRefresh={() => Promise.resolve()}
      foot={
        <>
          <Button kind="ghost" onTap={() => setFontMode(mode === 'elder' ? 'normal' : 'elder')}>
            大字版
          </Button>
          <Button onTap={() => toast('已提交，最迟11月23日答复', 'done')}>我要留言</Button>
        </>
      }
    >
      <View className="stack">
        <SearchLink placeholder="搜索要点、任务、问答，如“公积金提取”" onTap={() => undefined} />
        <RedHead
          issuer="云溪县人民政府办公室"
          number="云政办发〔2026〕18号"
          date="2026年5月12日"
          title="2026年云溪县政务公开工作要点"
          disclosure="主动公开"
          onTap={() => undefined}
        />
        <Card>
          <View className="row">
            <Ring parts={exampleParts} value="41%" caption="已完成" />
            <View className="grow grid-2">
              <Figure value={19} onTap={() => undefined}>
                <LightChip light="done" />
              </Figure>
              <Figure value={20} onTap={() => undefined}>
                <LightChip light="onTrack" />
              </Figure>
              <Figure value={4} onTap={() => undefined}>
                <LightChip light="dueSoon" />
              </Figure>
              <Figure value={3} onTap={() => undefined}>
                <LightChip light="overdue" />
              </Figure>
            </View>
          </View>
        </Card>
        <Card title="简单咨询，1个工作日答复" note="近30天">
          <View className="row row--base">
            <Text className="t-big t-done">98.6%</Text>
            <Text className="t-note">按时答复 · 428 件，逾期 6 件</Text>
          </View>
          <StackedBar
            label="答复"
            parts={[
              { tone: 'done', count: 422, word: '按时' },
              { tone: 'late', count: 6, word: '逾期' },
            ]}
          />
          <View className="mt">
            <Button onTap={() => undefined}>我要留言</Button>
          </View>
        </Card>
        <Card title="最新进展" more={{ text: '全部', onTap: () => undefined }}>
          <Items>
            <Item onTap={() => undefined}>
              <View className="clamp-2">
                十大民生实事第4项：城西水厂深度处理改造完成通水调试，水质检测报告已公开
              </View>
              <View className="t-note">县住房和城乡建设局 · 今天 09:40</View>
            </Item>
            <Item onTap={() => undefined}>
              <View className="row">
                <LightChip light="overdue" more="逾期 12 天" />
                <Stamp>按时答复</Stamp>
                <Stamp tone="late">逾期答复</Stamp>
              </View>
            </Item>
          </Items>
        </Card>
        <Card title="状态">
          <View className="row row--wrap">
            {lights.map((light) => (
              <LightChip key={light} light={light} />
            ))}
            <Chip>牵头 县发展和改革局</Chip>
            <Chip tone="done" shape="✓">
              已答复
            </Chip>
          </View>
        </Card>
        <Segmented options={options} value={kind} onChange={setKind} label="留言类型" />
        <Filters
          options={options.map((o) => ({ ...o, count: 12 }))}
          value={kind}
          onChange={setKind}
          label="筛选"
        />
        <Card>
          <TextArea
            label="留言内容"
            bare
            value={text}
            onChange={setText}
            maxLength={1000}
            status="草稿已保存"
          />
          <View className="mt">
            <TextInput
              label="称呼"
              optional
              value=""
              onChange={() => undefined}
              placeholder="如：王女士"
              error="称呼最多 20 个字"
            />
          </View>
          <View className="mt">
            <Picker
              label="转办单位"
              value={unit}
              onChange={setUnit}
              choices={[
                { value: '1', label: '县人力资源和社会保障局' },
                { value: '2', label: '县教育局' },
              ]}
            />
          </View>
        </Card>
        <Card>
          <Switch
            title="公开我的留言"
            note="姓名显示为“王*”，手机号不公开"
            checked={open}
            onChange={setOpen}
          />
          <Check title="已正面回答所问" checked={open} onChange={setOpen} />
        </Card>
        <Card>
          <DateReason due={exampleDue} what="简单咨询" />
        </Card>
        <Notice tone="late" icon="phone">
          紧急情况请先拨打 110、119、120
        </Notice>
        <Card edge="late" onTap={() => undefined}>
          <View className="row">
            <Chip tone="late" shape="▲">
              已逾期
            </Chip>
            <Chip>咨询</Chip>
            <View className="grow" />
            <Text className="t-strong t-late">逾期 1 天</Text>
          </View>
          <View className="clamp-2 mt-s">失业保险金这个月还没到账，能查一下进度吗？</View>
          <View className="t-note">李* · 周三 09:12 · 已通报县政务公开办</View>
        </Card>
        <Card title="任务">
          <Facts
            items={[
              { label: '牵头单位', value: '县信访局' },
              { label: '责任单位', value: '县属有关单位（31 家）' },
              { label: '完成时限', value: '三季度前（2026年9月30日）' },
            ]}
          />
          <View className="mt">
            <ProgressBar percent={75} tone="soon" label="进度" />
          </View>
        </Card>
        <Card title="进展">
          <Timeline
            items={[
              {
                key: 1,
                title: '问答库上线 312 条，完成首轮校核',
                note: '县信访局 · 9月18日 · 75%',
                tone: 'going',
                open: true,
              },
              { key: 2, title: '与 12345 热线常见问题完成对接', note: '县大数据管理中心 · 7月22日 · 50%' },
              { key: 3, title: '完成高频事项梳理，共 86 类', note: '县信访局 · 5月30日 · 20%' },
            ]}
          />
        </Card>
        <Card>
          <ListRow icon="font" title="大字版" value="关" onTap={() => undefined} />
          <ListRow icon="bell" title="我的消息" note="2 条未读" onTap={() => undefined} />
          <ListRow icon="shield" title="投诉建议" onTap={() => undefined} />
        </Card>
        <Empty
          title="还没有留言"
          text="有问题尽管问，答复的日子会提前告诉您"
          icon="chat"
          action={{ text: '我要留言', onTap: () => undefined }}
        />
        <Skeleton cards={1} />
      </View>
    </Page>
  );
}
