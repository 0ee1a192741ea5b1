import {
  messageMoves,
  messageStates,
  messageWorkflow,
  type MessageMove,
  type Role,
} from '@sunledger/shared-types';
import type { Actor } from '../../core/ctx';
import {
  canRead,
  movesOf,
  refusalOf,
  standingsOf,
  type PolicyFacts,
  type PolicyMessage,
} from './message.policy';

const message: PolicyMessage = {
  regionId: 1,
  unitId: 10,
  authorId: 100,
  status: 'open',
  publicShown: false,
  dueOn: '2026-03-10',
};
const facts: PolicyFacts = {
  today: '2026-03-02',
  unitIsOffice: false,
  drafterId: null,
  otherReviewer: true,
  rated: false,
  rework: false,
  followedUp: false,
  draftDeclines: false,
  approverId: null,
  objection: null,
  revisionBy: null,
  hidden: null,
  hiddenBy: null,
  simple: false,
  passed: false,
  turnedBack: false,
  undoable: false,
  questions: 0,
  questionOpen: false,
  extended: false,
  extensionBy: null,
  archived: false,
  claimedBy: null,
  claimerName: '',
  claimStale: false,
  mergedInto: null,
  leaderAnswered: false,
  leaderDrafterId: null,
  followers: 0,
};

function actor(accountId: number, ...roles: [Role, number?, number?][]): Actor {
  const memberships = roles.map(([role, unitId, regionId = 1], id) => ({
    id,
    role,
    regionId,
    regionCode: 'yunxi',
    regionName: '云溪县',
    unitId: unitId ?? null,
    unitName: null,
  }));
  return { accountId, name: '某人', phoneVerified: true, memberships };
}

const handler = actor(1, ['handler', 10]);
const reviewer = actor(2, ['reviewer', 10]);
const office = actor(3, ['office', 99]);
const everybody = [
  handler,
  reviewer,
  office,
  actor(4, ['official']),
  actor(100),
  actor(5),
  actor(6, ['admin']),
];

describe('who may see a message', () => {
  it.each([
    ['a stranger', actor(5), []],
    ['nobody signed in', null, []],
    ['the author', actor(100), ['author']],
    ['the author who works in the unit', actor(100, ['reviewer', 10], ['office']), ['author']],
    ['a handler of the unit', handler, ['handler']],
    ['a handler of another unit', actor(7, ['handler', 11]), []],
    ['the office of another region', actor(8, ['office', 10, 2]), []],
    ['an administrator', actor(9, ['admin']), []],
    ['an official', actor(4, ['official']), ['official']],
  ])('%s', (_, who, standings) => {
    expect([...standingsOf(who, message)]).toEqual(standings);
    expect(canRead(standingsOf(who, message), message)).toBe(standings.length > 0);
  });

  it('everybody, once it is shown in public', () => {
    expect(canRead(new Set(), { ...message, publicShown: true })).toBe(true);
  });
});

describe('who may make a move', () => {
  const code = (
    move: MessageMove,
    who: Actor,
    change: Partial<PolicyMessage> = {},
    other: Partial<PolicyFacts> = {},
  ) => refusalOf(move, who, { ...message, ...change }, { ...facts, ...other })?.code ?? null;

  it('the buttons are exactly the moves that are not refused, of 交办 and 转办 one', () => {
    for (const who of everybody) {
      for (const status of messageStates) {
        const at = { ...message, status };
        const able = messageMoves.filter((move) => refusalOf(move, who, at, facts) === null);
        const drawn = movesOf(who, at, facts);
        for (const move of drawn) expect(able).toContain(move);
        for (const move of able) if (move !== 'assign' && move !== 'transfer') expect(drawn).toContain(move);
        for (const move of able) expect(messageWorkflow[move].from).toContain(status);
      }
    }
  });

  it('“On the due date only the office may transfer”', () => {
    const due = { today: '2026-03-10' };
    expect(code('transfer', handler)).toBeNull();
    expect(code('transfer', handler, {}, due)).toBe('TRANSFER_DUE_TODAY');
    expect(code('transfer', reviewer, {}, { today: '2026-03-11' })).toBe('TRANSFER_DUE_TODAY');
    expect(code('transfer', office, {}, due)).toBeNull();
  });

  it('nobody approves the own draft; the office only where the unit has no other reviewer', () => {
    const review = { status: 'inReview' } as const;
    expect(code('approve', reviewer, review, { drafterId: 1 })).toBeNull();
    expect(code('approve', reviewer, review, { drafterId: 2 })).toBe('REPLY_OWN_APPROVAL');
    expect(code('approve', office, review, { drafterId: 1 })).toBe('OTHER_UNIT');
    expect(code('approve', office, review, { drafterId: 1, otherReviewer: false })).toBeNull();
    expect(code('approve', office, review, { drafterId: 3, otherReviewer: false })).toBe(
      'REPLY_OWN_APPROVAL',
    );
    expect(code('approve', office, review, { drafterId: 1, unitIsOffice: true })).toBeNull();
  });

  it('a wrong state is told before anything that would only matter in the right one', () => {
    expect(code('approve', reviewer)).toBe('MESSAGE_STATE');
    expect(code('transfer', handler, { status: 'answered' }, { today: '2026-03-10' })).toBe('MESSAGE_STATE');
    expect(code('withdraw', actor(100), { status: 'answered' })).toBe('MESSAGE_STATE');
  });

  it('nobody acts on a message they wrote', () => {
    const author = actor(100, ['handler', 10], ['reviewer', 10], ['office', 99]);
    for (const move of ['assign', 'transfer', 'return', 'reply', 'approve', 'sendBack'] as const) {
      expect(code(move, author)).toBe('MESSAGE_OWN');
    }
  });
});
