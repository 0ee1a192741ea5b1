import type { Board } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, Icon, StackedBar, Tap, View } from '../../ui';
import { lightPartsOf, totalOf } from '../task/light-parts';
import { NO_SECTION, whatOfLight } from './items-of';
import './oversight.scss';

/** The sections of the paper by light; each opens its tasks, the overdue ones when there are any. */
export function SectionBars({ sections }: { sections: Board['sections'] }) {
  if (sections.length === 0) return null;
  return (
    <Card title="各部分" note={`${sections[0]?.year ?? ''}年工作要点`}>
      {sections.map(({ year, section, lights }) => {
        const name = section ?? '没有分部分的任务';
        const words = [`${totalOf(lights)} 项任务`, lights.overdue > 0 ? `逾期 ${lights.overdue} 项` : ''];
        const said = words.filter(Boolean).join('，');
        const light = lights.overdue > 0 ? 'overdue' : null;
        return (
          <Tap
            key={name}
            className="unit-bar"
            onTap={() => open('items', { what: whatOfLight(light), year, section: section ?? NO_SECTION })}
          >
            <View className="row row--between">
              <View className="grow t-strong">{name}</View>
              <Icon name="next" className="unit-bar__arrow" />
            </View>
            <View className="mt-s">
              <StackedBar parts={lightPartsOf(lights)} label={said} />
            </View>
            <View className="t-note">{said}</View>
          </Tap>
        );
      })}
    </Card>
  );
}
