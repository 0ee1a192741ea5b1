import {
  endpoints,
  errorText,
  messageMoves,
  messageMoveWords,
  messageStates,
  messageStateWords,
  messageWorkflow,
  type Endpoint,
  type MessageActor,
  type MessageMove,
  type MessageState,
} from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { Answer, ApiError } from '../support/api-client';
import type { GivenPerson } from '../support/given';
import {
  ANSWER,
  givenMessage,
  messageStory,
  QUESTION,
  type MessageStory,
} from '../support/given/message.given';

const { message: calls } = endpoints;

/** Everybody who may try: what they are to the message, or null for those who are nothing to it. */
const people = {
  citizen: 'author',
  handler: 'handler',
  reviewer: 'reviewer',
  office: 'office',
  official: 'official',
  otherHandler: null,
  otherReviewer: null,
  officeElsewhere: null,
  stranger: null,
  admin: null,
} as const;
type Who = keyof typeof people;

const note = '按规定办理';

/**
 * One table of states and moves, shared by server and screens: every triple of state, move and person that
 * it refuses is refused over HTTP, by its own code and sentence, and leaves the message as it was.
 */
describe('the table of states and moves', () => {
  let app: TestApp;
  let story: MessageStory;
  let admin: GivenPerson;
  let leader: number;
  const messages = new Map<MessageState, number>();

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    admin = await app.given.person({ name: '系统管理员', role: 'admin' });
    const fresh = () => givenMessage(story, { kind: 'help' }).assigned();
    leader = (await givenMessage(story, { kind: 'help', by: app.given.person() }).answered()).id;
    const asked = await fresh();
    await app.api.ok(calls.askMore, { id: asked.id, question: '请问是哪个小区？' }, { as: story.handler });
    const declined = await fresh();
    const decline = { id: declined.id, reason: 'other', text: note, goTo: '拨打 12345' } as const;
    await app.api.ok(calls.decline, decline, { as: story.handler });
    await app.api.ok(calls.approve, { id: declined.id, confirmed: true }, { as: story.reviewer });
    const withdrawn = await fresh();
    await app.api.ok(calls.withdraw, { id: withdrawn.id }, { as: story.citizen });
    messages.set('open', (await fresh()).id);
    messages.set('asked', asked.id);
    messages.set('inReview', (await fresh().drafted()).id);
    messages.set('answered', (await fresh().drafted().published(story.reviewer, false)).id);
    messages.set('declined', declined.id);
    messages.set('withdrawn', withdrawn.id);
  });

  afterAll(() => app.stop());

  const personOf = (who: Who): GivenPerson => (who === 'admin' ? admin : story[who]);
  const stored = (id: number): Promise<unknown> =>
    Promise.all(
      [
        'SELECT * FROM message WHERE id = ?',
        'SELECT * FROM message_event WHERE message_id = ? ORDER BY seq',
        'SELECT * FROM message_note WHERE message_id = ? ORDER BY id',
        'SELECT * FROM reply WHERE message_id = ? ORDER BY id',
      ].map((text) => app.database.dataSource.query(text, [id])),
    );

  /** A call that is complete in itself: whatever refuses it is state, role or standing. */
  function tryMove(move: MessageMove, id: number, as: GivenPerson): Promise<Answer<unknown>> {
    const call = (endpoint: Endpoint, input: object): Promise<Answer<unknown>> =>
      app.api.call(endpoint, input as never, { as });
    const unitId = story.otherUnit.id;
    switch (move) {
      case 'assign':
        return call(calls.assign, { id, unitId, note });
      case 'transfer':
        return call(calls.transfer, { id, unitId, note });
      case 'return':
        return call(calls.return, { id, note });
      case 'reply':
        return call(calls.reply, { id, text: ANSWER });
      case 'decline':
        return call(calls.decline, { id, reason: 'other', text: note, goTo: '拨打 12345' });
      case 'approve':
      case 'publishDecline':
        return call(calls.approve, { id, confirmed: true });
      case 'sendBack':
        return call(calls.sendBack, { id, note });
      case 'edit':
        return call(calls.edit, { id, text: `${ANSWER}（改）` });
      case 'merge':
        return call(calls.merge, { id, into: leader, note });
      case 'unmerge':
        return call(calls.unmerge, { id, note });
      case 'deliver':
        return call(calls.deliver, { id: leader, to: [id], confirmed: true });
      case 'reclassify':
        return call(calls.reclassify, { id, kind: 'complaint', reason: 'wrongKind', text: note });
      case 'undoReclassify':
        return call(calls.undoReclassify, { id, note });
      case 'askMore':
        return call(calls.askMore, { id, question: '请问是哪个小区？' });
      case 'supplement':
        return call(calls.supplement, { id, text: '城东新村' });
      case 'extend':
        return call(calls.extend, { id, workingDays: 2, note });
      case 'refuseExtension':
        return call(calls.refuseExtension, { id, note });
      case 'object':
        return call(calls.object, { id, text: '我有不同意见' });
      case 'decideObjection':
        return call(calls.decideObjection, { id, uphold: true, note });
      case 'revise':
        return call(calls.revise, { id, text: `${ANSWER}（更正）` });
      case 'approveRevision':
        return call(calls.approveRevision, { id, confirmed: true });
      case 'sendBackRevision':
        return call(calls.sendBackRevision, { id, note });
      case 'hide':
        return call(calls.hide, { id, note });
      case 'confirmHide':
        return call(calls.confirmHide, { id });
      case 'undoHide':
        return call(calls.undoHide, { id, note });
      case 'followUp':
        return call(calls.followUp, { id, text: QUESTION, public: false });
      case 'rate':
        return call(calls.rate, { id, level: 4 });
      case 'claim':
      case 'release':
      case 'endAsk':
      case 'approveExtension':
      case 'withdraw':
        return call(calls[move], { id });
    }
  }

  const mayBy = (move: MessageMove, who: Who): boolean => {
    const standing = people[who];
    return standing !== null && standing !== 'official' && messageWorkflow[move].by.includes(standing);
  };

  /** Whether an answer is the refusal that the table asks for: its status, its code, its sentence. */
  function isRefusal(move: MessageMove, state: MessageState, who: Who, status: number, error: ApiError) {
    if (mayBy(move, who)) {
      // Both ways of approving are one call, which speaks of approving.
      const called = move === 'publishDecline' ? 'approve' : move;
      const words = { state: messageStateWords[state], move: messageMoveWords[called] };
      return (
        status === 409 &&
        error.code === 'MESSAGE_STATE' &&
        error.message === errorText('MESSAGE_STATE', words)
      );
    }
    const standing: MessageActor | 'official' | null = people[who];
    if (standing === 'author') return status === 403 && ['MESSAGE_OWN', 'ROLE_REQUIRED'].includes(error.code);
    if (standing !== null) return status === 403 && error.code === 'ROLE_REQUIRED';
    return (
      (status === 403 && error.code === 'ROLE_REQUIRED') ||
      (status === 404 && error.code === 'MESSAGE_NOT_FOUND')
    );
  }

  it.each(messageStates)(
    '“%s”: what it refuses is refused with its own code, and nothing changes',
    async (state) => {
      const id = messages.get(state) ?? 0;
      const before = [await stored(id), await stored(leader)];
      const wrong: string[] = [];
      let refused = 0;
      for (const move of messageMoves) {
        for (const who of Object.keys(people) as Who[]) {
          if (mayBy(move, who) && messageWorkflow[move].from.includes(state)) continue;
          const { status, error } = await tryMove(move, id, personOf(who));
          refused += 1;
          if (!isRefusal(move, state, who, status, error))
            wrong.push(`${who} ${move}: ${status} ${error?.code} ${error?.message}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(refused).toBeGreaterThan(messageMoves.length * 7);
      expect([await stored(id), await stored(leader)]).toEqual(before);
    },
  );

  it('nobody signed in makes any move', async () => {
    const id = messages.get('open') ?? 0;
    for (const move of messageMoves) {
      const nobody = { ...story.stranger, accessToken: 'nobody' };
      const { status } = await tryMove(move, id, nobody);
      expect([move, status]).toEqual([move, 401]);
    }
  });

  it('what is offered as a button in each state is in the table for that person', async () => {
    for (const state of messageStates) {
      for (const who of ['citizen', 'handler', 'reviewer', 'office', 'official'] as const) {
        const id = messages.get(state) ?? 0;
        const { moves, status } = await app.api.ok(calls.get, { id }, { as: personOf(who) });
        expect(status).toBe(state);
        for (const move of moves) {
          expect([move, messageWorkflow[move].from.includes(state), mayBy(move, who)]).toEqual([
            move,
            true,
            true,
          ]);
        }
      }
    }
  });
});
