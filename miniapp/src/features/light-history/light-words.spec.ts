import { noLights } from '@sunledger/shared-types';
import {
  bandWords,
  changeWords,
  lightFormOf,
  movedLights,
  numberProblem,
  ruleWords,
  sameSettings,
  settingsToSend,
} from './light-words';

const settings = { dueSoonWorkingDays: 10, staleDays: 60, continuousStaleDays: 100 };

describe('the numbers behind the lights', () => {
  it('are told with the region’s own numbers', () => {
    const words = ruleWords({ dueSoonWorkingDays: 15, staleDays: 45, continuousStaleDays: 90 });
    expect(words.dueSoon).toContain('15 个工作日');
    expect(words.stale).toContain('45 天');
    expect(words.stale).toContain('90 天');
  });

  it('are whole numbers within their bounds', () => {
    expect(numberProblem('10', 60)).toBeUndefined();
    for (const text of ['', '0', '61', '-1', '1.5', '十', '1000'])
      expect(numberProblem(text, 60)).toBe('请填写 1 到 60 的整数。');
  });

  it('go out when all of them are right', () => {
    expect(settingsToSend(lightFormOf(settings))).toEqual(settings);
    expect(settingsToSend({ ...lightFormOf(settings), staleDays: '' })).toBeNull();
    expect(sameSettings(settings, { ...settings })).toBe(true);
    expect(sameSettings(settings, { ...settings, staleDays: 61 })).toBe(false);
  });

  it('say what a change does', () => {
    expect(changeWords(settings, { ...settings, dueSoonWorkingDays: 20, staleDays: 45 })).toBe(
      '临期 10 → 20 个工作日；久未更新 60 → 45 天',
    );
    const now = { ...noLights(), dueSoon: 2, notStarted: 5 };
    expect(movedLights(now, { ...now, dueSoon: 4, notStarted: 3 })).toEqual(['临期 2 → 4', '未开始 5 → 3']);
    expect(movedLights(now, now)).toEqual([]);
  });

  it('tell the bands of the board with the region’s own numbers', () => {
    const words = Object.fromEntries(bandWords(settings).map(({ band, text }) => [band, text]));
    expect(words.recent).toBe('30 天（全年任务 50 天）内公开过进展。');
    expect(words.silent).toBe('超过 120 天（全年任务 200 天）没有公开进展。');
    const [recent] = bandWords({ ...settings, continuousStaleDays: 60 });
    expect(recent?.text).toBe('30 天内公开过进展。');
  });
});
