import { calendarEndpoints, formatFullDate, yearOf, type CalendarPage } from '@sunledger/shared-types';
import { useState } from 'react';
import { serverToday, useCall, useRefresh } from '../../platform';
import { Button, Card, Chip, Items, Notice, Page, QueryView, Text, View } from '../../ui';
import { useRoles } from '../oversight/use-roles';
import { Holidays } from './holidays';
import { OwnDays } from './own-days';
import { ProposalsCard } from './proposals-card';
import { YearGrid } from './year-grid';
import './calendar.scss';

interface CalendarDeskProps {
  code: string;
  /** The year that a note is about. */
  asked: number | null;
}

/** 放假与调休: the calendar that promises are counted on; the office's desk for it. */
export function CalendarDesk({ code, asked }: CalendarDeskProps) {
  const [year, setYear] = useState(asked ?? yearOf(serverToday()));
  const isOffice = useRoles().includes('office');
  const page = useCall(calendarEndpoints.page, { code, year }, { keepLast: true });
  const refresh = useRefresh();
  const reload = (): Promise<void> => refresh(calendarEndpoints.page, calendarEndpoints.proposals);
  return (
    <Page title="放假与调休" width="full" onRefresh={reload}>
      <QueryView query={page}>
        {(data) => (
          <View className="stack">
            {data.missingYear !== null && (
              <Notice tone="soon" icon="calendar">
                {data.missingYear}年放假安排还没有导入，跨到{data.missingYear}
                年的期限都是暂定，以国务院办公厅通知为准。
              </Notice>
            )}
            {isOffice && <ProposalsCard code={code} />}
            <YearCard data={data} onYear={setYear} />
            <OwnDays code={code} data={data} isOffice={isOffice} />
            <Card title={`${data.year}年日历`}>
              <YearGrid year={data.year} marks={data.marks} />
            </Card>
            <Changes data={data} />
          </View>
        )}
      </QueryView>
    </Page>
  );
}

function YearCard({ data, onYear }: { data: CalendarPage; onYear: (year: number) => void }) {
  const { year, firstYear, lastYear } = data;
  return (
    <Card>
      <View className="year-turn">
        <Button kind="ghost" inline disabled={year <= firstYear} onTap={() => onYear(year - 1)}>
          {year - 1}年
        </Button>
        <View as="h2" className="t-title">
          {year}年
        </View>
        <Button kind="ghost" inline disabled={year >= lastYear} onTap={() => onYear(year + 1)}>
          {year + 1}年
        </Button>
      </View>
      <View className="row row--wrap mt-s">
        <Chip tone={data.published ? 'done' : 'soon'} shape={data.published ? '●' : '◐'}>
          {data.published ? '已公布' : '暂定'}
        </Chip>
        <Text className="t-note">
          {data.published ? `依据：${data.source ?? ''}` : (data.provisionalNote ?? '')}
        </Text>
      </View>
      <Holidays ranges={data.holidays} />
    </Card>
  );
}

function Changes({ data }: { data: CalendarPage }) {
  if (data.changes.length === 0) return null;
  return (
    <Card title="日历的变动" note="最近 20 次">
      <Items>
        {data.changes.map((change) => (
          <View key={change.id} className="item">
            <View>
              {change.cause === 'year'
                ? `导入${change.year ?? ''}年放假安排`
                : `${change.takenBack ? '撤回' : ''}本地区安排：${change.date === null ? '' : formatFullDate(change.date)}`}
            </View>
            <View className="t-note">
              {formatFullDate(change.changedAt.slice(0, 10))} · 推后 {change.moves.later} 条 · 提前{' '}
              {change.moves.earlier} 条 · 确定 {change.moves.settled} 条
              {change.finished ? '' : ' · 正在重新计算'}
            </View>
          </View>
        ))}
      </Items>
    </Card>
  );
}
