import { regionRoles, type Role } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import {
  callsTo,
  isPublic,
  passesGuard,
  tell,
  wrongAnswers,
  type Call,
  type Told,
} from '../support/contract-walk';
import type { GivenPerson, GivenRegion } from '../support/given';
import { givenWholeRegion, type WholeRegion } from '../support/given/whole-region.given';
import type { UnitRow } from '../../backend/src/features/unit/unit.mapper';

/** What citizens come for: any account may, wherever it is from. */
const OPEN_TO_ALL = [
  'message.submit',
  'follow.followTask',
  'follow.unfollowTask',
  'follow.followUnit',
  'follow.unfollowUnit',
  'follow.unitState',
  // Closing a feed that one never had is done, too.
  'deadlineFeed.close',
];

/** Every account's, for its own memberships; an administrator lets an office's people go with them. */
const ADMINISTRATORS = ['invitation.colleagues', 'invitation.leave'];

/** What all staff of a region may read; how much it shows depends on the unit. */
const ALL_STAFF = [
  'closeOut.check',
  'message.templates',
  'supervision.ofTask',
  'supervision.list',
  'taskSheet.export',
];

/** There is no such thing; or a word that tells nothing of the thing either. */
const isHidden = ({ status, code }: Told, { name }: Call): boolean =>
  (name === 'deputy.name' && code === 'OTHER_UNIT') ||
  ((status === 404 || status === 422) && code.endsWith('NOT_FOUND'));

const isPublicAnswer = ({ status }: Told): boolean => REFUSALS.includes(status) || status === 200;

const REFUSALS = [401, 403, 404];

/** Not there or not allowed; a state may be named to who sees the thing, where nothing else is told. */
const isRefused = (told: Told, call: Call): boolean =>
  told.status === 403 ||
  isHidden(told, call) ||
  (call.name === 'message.deliver' && told.code === 'MERGE_NOT_ANSWERED');

/**
 * The whole contract, knocked at by people who have no business there: with the addresses of a region that is
 * not theirs, and inside the region without the role or the unit. A new endpoint is in it by itself.
 */
describe('every call of the contract', () => {
  let app: TestApp;
  let theirs: WholeRegion;
  let calls: Call[];
  let home: GivenRegion;
  let third: GivenRegion;
  let unit: UnitRow;
  let otherUnit: UnitRow;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    theirs = await givenWholeRegion(app);
    calls = callsTo(theirs);
    home = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    third = await app.given.region({ code: 'haigang', name: '海港区' });
    unit = await app.given.unit(home, '区教育局');
    otherUnit = await app.given.unit(home, '区财政局');
  });

  afterAll(() => app.stop());

  /** Pass the guard of all endpoints but the administrator's alone: what is left is the service's own question. */
  const everyRoleElsewhere = () =>
    regionRoles.map((role) => ({ role, regionId: home.id, unitId: home.office.id }));

  it('has the addresses of real things: somebody of the region is shown each', async () => {
    const { author, handler, reviewer, official, ledger } = theirs;
    const own = [ledger.office, handler, reviewer, official, author];
    // The content of a file has an address that is signed.
    const reads = calls.filter(
      ({ name, endpoint }) => endpoint.method === 'GET' && name !== 'attachment.content',
    );
    for (const call of reads) {
      let status = 404;
      for (const as of own) if (REFUSALS.includes(status)) ({ status } = await tell(app, call, as));
      expect({ ...call, endpoint: null, refused: REFUSALS.includes(status) }).toMatchObject({
        refused: false,
      });
    }
  });

  it('asks a visitor to sign in, and shows what is published', async () => {
    const wrong = await wrongAnswers(app, null, calls, (told, call) =>
      isPublic(call) ? isPublicAnswer(told) : told.code === 'SIGN_IN_REQUIRED',
    );
    expect(wrong).toEqual([]);
  });

  it.each<[string, Role[], () => Promise<GivenPerson>]>([
    ['a citizen', [], () => app.given.person()],
    ['another citizen', [], () => app.given.person()],
    ['a handler', ['handler'], () => app.given.person({ region: home, role: 'handler', unit })],
    [
      'a handler of another unit',
      ['handler'],
      () => app.given.person({ region: home, role: 'handler', unit: otherUnit }),
    ],
    ['a reviewer', ['reviewer'], () => app.given.person({ region: home, role: 'reviewer', unit })],
    ['an office', ['office'], () => app.given.person({ region: home, role: 'office', unit: home.office })],
    [
      'the office of a third region',
      ['office'],
      () => app.given.person({ region: third, role: 'office', unit: third.office }),
    ],
    ['an official', ['official'], () => app.given.person({ region: home, role: 'official' })],
    ['who has every role there', [...regionRoles], () => app.given.account(everyRoleElsewhere())],
  ])('tells %s of another region that there is no such thing', async (_, roles, person) => {
    // Filters are tried by those who may least and most.
    const fitting = calls.filter(
      ({ name, again }) => !OPEN_TO_ALL.includes(name) && !(again && roles.length === 1),
    );
    const wrong = await wrongAnswers(app, await person(), fitting, (told, call) => {
      if (isPublic(call)) return isPublicAnswer(told);
      return passesGuard(call, roles) ? isHidden(told, call) : told.code === 'ROLE_REQUIRED';
    });
    expect(wrong).toEqual([]);
  });

  it('shows an administrator nothing of a region but its people', async () => {
    const fitting = calls.filter(
      (call) =>
        !call.again &&
        ![...OPEN_TO_ALL, ...ADMINISTRATORS].includes(call.name) &&
        (!passesGuard(call, ['admin']) || passesGuard(call, [])),
    );
    const admin = await app.given.person({ role: 'admin' });
    const wrong = await wrongAnswers(app, admin, fitting, (told, call) => {
      if (isPublic(call)) return isPublicAnswer(told);
      return passesGuard(call, []) ? isHidden(told, call) : told.code === 'ROLE_REQUIRED';
    });
    expect(wrong).toEqual([]);
  });

  it.each(regionRoles)(
    'asks for the role in the region itself: %s there, everything elsewhere',
    async (role) => {
      const { region, units } = theirs.ledger;
      const unitId = {
        handler: units.education.id,
        reviewer: units.education.id,
        office: region.office.id,
        official: null,
      }[role];
      const as = await app.given.account([...everyRoleElsewhere(), { role, regionId: region.id, unitId }]);
      const fitting = calls.filter((call) => !call.again && !passesGuard(call, [role]));
      expect(await wrongAnswers(app, as, fitting, isRefused)).toEqual([]);
    },
  );

  it('asks for the unit: a handler of another one', async () => {
    const { region, units } = theirs.ledger;
    const own = { role: 'handler', regionId: region.id, unitId: units.health.id } as const;
    const as = await app.given.account([...everyRoleElsewhere(), own]);
    const fitting = calls.filter(
      (call) => !passesGuard(call, []) && ![...OPEN_TO_ALL, ...ALL_STAFF].includes(call.name),
    );
    expect(await wrongAnswers(app, as, fitting, isRefused)).toEqual([]);
    const shown = calls.filter(({ name }) => ALL_STAFF.includes(name));
    expect(await wrongAnswers(app, as, shown, ({ status }) => status === 200)).toEqual([]);
  });
});
