import { messageMoves, type MessageDetail } from '@sunledger/shared-types';
import { awaitsDecision, decisions, extendsAtOnce, lastNote, rareMoves, rareRows } from './rare-moves';
import { classChoices, effectOf, emptyReclassify, reclassifyInput } from './reclassify-form';

const days = { simple: 1, correction: 3, inquiry: 5, help: 5, suggestion: 7, complaint: 15 };

describe('the moves under 更多', () => {
  it('are those of the message and no others', () => {
    const moves: MessageDetail['moves'] = ['reply', 'transfer', 'return', 'askMore'];
    expect(rareRows({ moves }).map((row) => row.move)).toEqual(['askMore', 'return']);
    expect(rareRows({ moves: ['reply'] })).toEqual([]);
  });

  it('decisions stand by themselves', () => {
    expect(awaitsDecision({ moves: ['approveExtension', 'refuseExtension'] })).toBe(true);
    expect(awaitsDecision({ moves: ['extend'] })).toBe(false);
  });

  it('every move of the contract has its place on some page', () => {
    const placed = [
      ...rareMoves,
      ...decisions,
      ...['assign', 'transfer', 'reply', 'approve', 'sendBack', 'publishDecline'],
      // on the message itself: who has it, the words of the draft, the answer of the leading one
      ...['claim', 'release', 'edit', 'deliver'],
      ...['supplement', 'followUp', 'object', 'rate', 'withdraw'],
    ];
    expect([...placed].sort()).toEqual([...messageMoves].sort());
  });

  it('the office extends for another unit without a second word', () => {
    expect(extendsAtOnce({ moves: ['extend', 'transfer'] })).toBe(true);
    expect(extendsAtOnce({ moves: ['extend', 'reply'] })).toBe(false);
  });

  it('finds the reason that was given last', () => {
    const at = '2026-11-20T09:00:00+08:00';
    const events: MessageDetail['events'] = [
      { code: 'extensionAsked', at, unitName: null, note: '要实地看' },
      { code: 'extensionRefused', at, unitName: null, note: null },
    ];
    expect(lastNote({ events }, 'extensionAsked')).toBe('要实地看');
    expect(lastNote({ events }, 'objected')).toBeNull();
  });
});

describe('another kind', () => {
  const simple = {
    kind: 'inquiry',
    simple: true,
    dueOn: '2026-11-23',
    reclassified: false,
    clock: 'running',
  } as const;

  it('offers every class but the present one, with its days', () => {
    const labels = classChoices(simple, days).map((choice) => choice.label);
    expect(labels).toHaveLength(5);
    expect(labels[0]).toBe('咨询（非简单），5 个工作日');
    expect(classChoices({ kind: 'help', simple: false }, null)[0]).toEqual({
      value: 'simple',
      label: '简单咨询',
    });
  });

  it('says what becomes of the date', () => {
    const preview = {
      fromDueOn: '2026-11-23',
      dueOn: '2026-12-01',
      provisional: false,
      lengthened: true,
      refusal: null,
    };
    expect(effectOf(preview)).toContain('期限延到 12月1日（周二），原来是 11月23日（周一）');
    expect(effectOf({ ...preview, dueOn: '2026-11-20', lengthened: false })).toContain('期限提前到 11月20日');
    expect(effectOf({ ...preview, dueOn: '2026-11-23', lengthened: false })).toContain('期限不变');
    const refusal = { code: 'RECLASSIFY_TWICE', message: '不能再变长。' };
    expect(effectOf({ ...preview, refusal })).toBe('不能再变长。');
  });

  it('is sent only when it is complete', () => {
    expect(reclassifyInput(emptyReclassify, 3)).toBeNull();
    expect(reclassifyInput({ to: 'help', reason: 'wrongKind', text: ' 短 ' }, 3)).toBeNull();
    expect(reclassifyInput({ to: 'simple', reason: 'wrongKind', text: '按规定可直接答复' }, 3)).toEqual({
      id: 3,
      kind: 'inquiry',
      simple: true,
      reason: 'wrongKind',
      text: '按规定可直接答复',
    });
  });
});
