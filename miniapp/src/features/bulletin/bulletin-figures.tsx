import { lights, lightWords, type BulletinDetail, type BulletinTask } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, LightChip, lightTones, Notice, ProgressBar, shapeOf, Tap, Text, View } from '../../ui';
import { lengthenedText, replyText, shareText } from './bulletin-words';

import './bulletin.scss';
/** The frozen figures: every value in words, bars beside them. */
export function BulletinFiguresView({ bulletin }: { bulletin: BulletinDetail }) {
  const { figures } = bulletin;
  const most = Math.max(1, ...lights.map((light) => figures.lights[light]));
  return (
    <>
      <Card title={`${figures.tasks} 项任务`} note={`截至 ${figures.asOf}`}>
        {lights.map((light) => (
          <View key={light} className="bulletin-bar">
            <Text className="bulletin-bar__word">
              {shapeOf(light)} {lightWords[light].word}
            </Text>
            <View className="bulletin-bar__bar">
              <ProgressBar
                label={lightWords[light].word}
                percent={(figures.lights[light] / most) * 100}
                tone={lightTones[light]}
                value={String(figures.lights[light])}
                thick
              />
            </View>
          </View>
        ))}
        <View className="t-2 mt">
          本期完成并销号 {figures.finishedOnTime + figures.finishedLate} 项，其中逾期完成{' '}
          {figures.finishedLate} 项。
        </View>
      </Card>
      <Card title="留言答复" note={`按期率 ${shareText(figures.replies.share)}`}>
        <View>{replyText(figures)}</View>
      </Card>
      <Units bulletin={bulletin} />
      <Tasks title="逾期未完成" tasks={figures.overdue} all={figures.lights.overdue} />
      <Tasks title="本期逾期完成" tasks={figures.doneLate} all={figures.finishedLate} />
      {bulletin.remark && (
        <Card title="说明">
          <View className="t-pre">{bulletin.remark}</View>
        </Card>
      )}
      {figures.anchor && (
        <Notice icon="shield">
          留言记录存证 {figures.anchor.date}，指纹 {figures.anchor.fingerprint}
        </Notice>
      )}
    </>
  );
}

function Units({ bulletin }: { bulletin: BulletinDetail }) {
  return (
    <Card title="各单位" note="按本地区单位顺序，不排名次">
      {bulletin.figures.units.map(({ name, lights: counts, replies }) => (
        <View key={name} className="bulletin-unit">
          <View className="t-strong">{name}</View>
          <View className="t-2">
            已完成 {counts.done} · 逾期完成 {counts.doneLate} · 逾期 {counts.overdue} · 临期 {counts.dueSoon}
          </View>
          <View className="t-note">
            {replies.total === 0
              ? '本期没有到期的留言'
              : [
                  `应答复 ${replies.total} 件`,
                  `按期率 ${shareText(replies.share)}`,
                  replies.reclassified === undefined
                    ? ''
                    : `改类延长 ${lengthenedText({ total: replies.total, reclassified: replies.reclassified })}`,
                ]
                  .filter(Boolean)
                  .join('，')}
          </View>
        </View>
      ))}
    </Card>
  );
}

function Tasks({ title, tasks, all }: { title: string; tasks: readonly BulletinTask[]; all: number }) {
  if (tasks.length === 0) return null;
  return (
    <Card title={`${title} ${all} 项`}>
      {tasks.map((task) => (
        <Tap key={task.id} className="item-tap" onTap={() => open('task', { id: task.id })}>
          <LightChip light={task.light} />
          <View className="mt-s">{task.text}</View>
          <View className="t-note">
            {[task.units, task.dueOn && `期限 ${task.dueOn}`, task.finishedOn && `完成 ${task.finishedOn}`]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </Tap>
      ))}
      {all > tasks.length && <View className="t-note mt">另有 {all - tasks.length} 项，见任务台账。</View>}
    </Card>
  );
}
