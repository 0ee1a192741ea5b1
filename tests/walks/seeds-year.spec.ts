import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endpoints, lights, type LightCounts, type ParsedPlan, type TaskRow } from '@sunledger/shared-types';
import { CreateAccountService } from '../../backend/src/features/account/create-account.service';
import { OpenSessionService } from '../../backend/src/features/account/open-session.service';
import type { UnitRow } from '../../backend/src/features/unit/unit.mapper';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson, GivenRegion } from '../support/given';

// The five real papers lie outside the repository; SHARED_DIR names another place.
const seeds = join(resolve(process.env.SHARED_DIR ?? join(__dirname, '../../../shared')), 'seeds');
const files = existsSync(seeds) ? readdirSync(seeds).filter((file) => file.endsWith('.txt')) : [];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Story {
  region: GivenRegion;
  units: Map<string, UnitRow>;
  members: number;
  office: GivenPerson;
  colleague: GivenPerson;
  handler: GivenPerson;
  reviewer: GivenPerson;
  planId: number;
  tasks: TaskRow[];
}

const MONTHS = ['2022-08', '2022-09', '2022-10', '2022-11', '2022-12', '2023-01', '2023-02', '2023-03'];

/** Every real paper becomes the ledger of a region and is lived with until the spring after. */
describe('the five papers through a year', () => {
  let app: TestApp;
  const stories: Story[] = [];
  const as = (person: GivenPerson) => ({ as: person });

  beforeAll(async () => {
    app = await startApp({ now: '2022-07-12T09:00:00+08:00' });
  });

  afterAll(() => app.stop());

  /** A person who works for many units at once, so that the story needs few people. */
  const workerOf = async (
    region: GivenRegion,
    units: readonly UnitRow[],
    role: 'handler' | 'reviewer',
  ): Promise<GivenPerson> => {
    const actor = await app.get(CreateAccountService).run(app.ctx(), {
      name: role === 'handler' ? '经办' : '审核',
      memberships: units.map((unit) => ({ role, regionId: region.id, unitId: unit.id })),
    });
    const session = await app.get(OpenSessionService).run(app.ctx(), actor);
    return { actor, accessToken: session.accessToken, refreshToken: session.refreshToken };
  };

  const tasksOf = async ({ region, planId, office }: Story): Promise<TaskRow[]> => {
    const input = { region: region.code, plan: planId, limit: 100 };
    return (await app.api.ok(endpoints.task.list, input, as(office))).items;
  };

  const begin = async (file: string, at: number): Promise<Story> => {
    const region = await app.given.region({ code: `seed-${at + 1}`, name: `第${at + 1}份文件的地区` });
    const person = () => app.given.person({ region, role: 'office', unit: region.office });
    const [office, colleague] = [await person(), await person()];
    const bytes = readFileSync(join(seeds, file));
    const upload = { as: office, file: { name: file, bytes } };
    const reading = await app.api.ok(endpoints.planImport.upload, { region: region.code }, upload);
    const { units, members } = await unitsOf(region, reading.parsed);
    await app.api.ok(endpoints.planImport.save, { id: reading.id, confirm: true }, as(office));
    const { planId } = await app.api.ok(endpoints.planImport.get, { id: reading.id }, as(office));
    const named = [...units.values()].filter((unit) => unit.kind !== 'collective');
    const handler = await workerOf(region, named, 'handler');
    const reviewer = await workerOf(region, named, 'reviewer');
    const people = { office, colleague, handler, reviewer };
    const story = { region, units, members, ...people, planId: planId ?? 0, tasks: [] };
    return { ...story, tasks: await tasksOf(story) };
  };

  /** The units that a paper names; a list of units in it makes the collective one. */
  const unitsOf = async (region: GivenRegion, parsed: ParsedPlan) => {
    const items = parsed.sections.flatMap((section) => section.items);
    const lines = [...parsed.tasks, ...items, ...items.flatMap((item) => item.subItems)];
    const names = new Set(lines.flatMap((line) => [...line.leadUnits, ...line.responsibleUnits]));
    // A paper that names nobody: the office names these.
    if (names.size === 0) ['区政府办公室', '区数据局'].forEach((name) => names.add(name));
    const units = new Map<string, UnitRow>();
    const make = async (name: string, memberIds: number[] = []): Promise<UnitRow> => {
      const known = units.get(name);
      if (known) return known;
      const kind = memberIds.length > 0 ? 'collective' : 'department';
      const unit = await app.given.unit(region, name.slice(0, 100), { kind, memberIds });
      units.set(name, unit);
      return unit;
    };
    let members = 0;
    for (const list of parsed.unitLists) {
      const name = [...names].find((each) => list.title?.startsWith(each));
      if (!name) continue;
      const ids: number[] = [];
      for (const each of list.units) ids.push((await make(each)).id);
      await make(name, [...new Set(ids)]);
      members += new Set(ids).size;
    }
    for (const name of names) await make(name);
    return { units, members };
  };

  it('reads the real papers where they are at hand', () => {
    if (files.length === 0)
      say(`No seeds at ${seeds}: the simulated year of the five papers was not run (set SHARED_DIR).`);
    expect(files.length === 0 || files.length === 5).toBe(true);
  });

  it('imports all of them', async () => {
    for (const [at, file] of files.entries()) stories.push(await begin(file, at));
    for (const story of stories) expect(story.tasks.length).toBeGreaterThan(10);
  });

  it('嵊泗 has 46 tasks: 33 all year, 8 by December, 3 by the third quarter, 1 by July, 1 without a date', () => {
    const story = stories.find(({ tasks }) => tasks.length === 46);
    if (files.length === 0) return;
    const count = (fits: (task: TaskRow) => boolean) => story?.tasks.filter(fits).length;
    expect(count((task) => task.continuous)).toBe(33);
    expect(count((task) => !task.continuous && task.dueOn === '2022-12-31')).toBe(8);
    expect(count((task) => task.dueOn === '2022-09-30')).toBe(3);
    expect(count((task) => task.dueOn === '2022-07-31')).toBe(1);
    expect(count((task) => task.dueOn === null)).toBe(1);
    expect(story?.members).toBe(31);
  });

  it('its seven damaged rows are listed for the office and mended', async () => {
    const story = stories.find(({ tasks }) => tasks.length === 46);
    if (!story) return;
    const damaged = () =>
      app.api.ok(
        endpoints.ledger.damaged,
        { code: story.region.code, plan: story.planId, limit: 50 },
        as(story.office),
      );
    const { items } = await damaged();
    expect(items.map((task) => task.no)).toEqual(['4', '9', '10', '11', '12', '38', '46']);
    for (const task of items) {
      expect(task.flags.length * (task.unitText?.length ?? 0)).toBeGreaterThan(0);
      // The whole units whose names are in the cell; the office reads the rest in the original.
      const read = [...story.units.values()].filter((unit) => task.unitText?.includes(unit.name));
      const units = read.length > 0 ? read : [story.region.office];
      const responsibleUnits = units.map((unit) => unit.id);
      const input = { region: story.region.code, tasks: [task.id], responsibleUnits };
      await app.api.ok(endpoints.ledger.assign, { ...input, note: '已对照原件' }, as(story.office));
    }
    expect((await damaged()).items.map((task) => [task.no, task.flags])).toEqual([
      ['38', ['deadlineMissing']],
    ]);
    const [row] = (await damaged()).items;
    await app.api.ok(
      endpoints.ledger.amend,
      { id: row?.id ?? 0, reason: '原件此格为空，没有时限' },
      as(story.office),
    );
    expect((await damaged()).items).toEqual([]);
  });

  it('the office names units where the paper names nobody, then all are published by two people', async () => {
    for (const story of stories) {
      const { region, office, colleague, planId } = story;
      const nobody = story.tasks.filter((task) => task.leadUnits.length + task.responsibleUnits.length === 0);
      const [first, second] = [...story.units.values()];
      if (nobody.length > 0) {
        const input = { region: region.code, tasks: nobody.map((task) => task.id) };
        const units = { leadUnits: [first?.id ?? 0], responsibleUnits: [second?.id ?? 0] };
        await app.api.ok(endpoints.ledger.assign, { ...input, ...units }, as(office));
      }
      await app.api.ok(endpoints.plan.submit, { id: planId }, as(office));
      await app.api.ok(endpoints.plan.approve, { id: planId }, as(colleague));
      const decision = '办公室主任批准公开，见批示';
      await app.api.ok(endpoints.plan.publish, { id: planId, decision }, as(office));
      story.tasks = await tasksOf(story);
      expect(story.tasks.every((task) => task.leadUnits.length + task.responsibleUnits.length > 0)).toBe(
        true,
      );
    }
  });

  const report = async (story: Story, task: TaskRow, end: boolean): Promise<void> => {
    const answer = await app.api.call(
      endpoints.task.report,
      { id: task.id, text: '按计划推进，已公布本期内容。', percent: end ? 100 : 50, asksClose: end },
      as(story.handler),
    );
    // A task that only a collective name answers for is reported by nobody in this story.
    if (answer.status === 403) return;
    await app.api.ok(endpoints.task.approveProgress, { id: answer.body.id }, as(story.reviewer));
    if (!end) return;
    const close = { id: task.id, note: '已核对公开页面' };
    const closed = await app.api.call(endpoints.task.closeOut, close, as(story.colleague));
    expect([200, 409]).toContain(closed.status);
  };

  it('lives through the year: the lights of every month are frozen and add up', async () => {
    for (const month of MONTHS) {
      app.clock.set(`${month}-20T10:00:00+08:00`);
      for (const story of stories) {
        for (const [at, task] of story.tasks.entries()) {
          if (at % 5 === 0 && month === '2022-10') await report(story, task, false);
          // Every fifth one ends in its own month, its neighbour a month late.
          const due = task.dueOn?.slice(0, 7) ?? '2022-12';
          if (at % 5 === 1 && month === due) await report(story, task, true);
          if (at % 5 === 2 && month === (due === '2022-09' ? '2022-10' : '2023-01'))
            await report(story, task, true);
        }
      }
      await app.tick();
    }
    app.clock.set('2023-04-01T00:01:00+08:00');
    await app.tick();
    for (const story of stories) {
      const { items } = await app.api.ok(endpoints.lightHistory.months, { code: story.region.code });
      expect(items.map((item) => item.month)).toEqual(['2022-07', ...MONTHS]);
      for (const item of items) expect(sum(item.lights)).toBe(story.tasks.length);
      const now = await app.api.ok(endpoints.region.get, { code: story.region.code });
      expect(sum(now.lights)).toBe(story.tasks.length);
      print(story, items);
    }
  });

  it('what ended a month late is 逾期完成 in every frozen month after', async () => {
    for (const story of stories) {
      const late = (await tasksOf(story)).filter((task) => task.light === 'doneLate');
      for (const task of late) {
        const { lightHistory, finishedOn } = await app.api.ok(endpoints.task.get, { id: task.id });
        const after = lightHistory.filter((each) => each.month >= (finishedOn ?? '').slice(0, 7));
        expect(new Set(after.map((each) => each.light))).toEqual(new Set(['doneLate']));
      }
    }
    const all = await Promise.all(stories.map(tasksOf));
    if (files.length > 0)
      expect(all.flat().filter((task) => task.light === 'doneLate').length).toBeGreaterThan(0);
  });
});

const sum = (counts: LightCounts | Record<string, number>): number =>
  Object.values(counts).reduce((a, b) => a + b, 0);

function print(story: Story, months: readonly { month: string; lights: LightCounts }[]): void {
  const { region, tasks, units, members } = story;
  say(`${region.code}: ${tasks.length} tasks, ${units.size} units, ${members} expanded members`);
  for (const { month, lights: counts } of months) {
    const shown = lights.filter((light) => counts[light] > 0).map((light) => `${light} ${counts[light]}`);
    say(`  ${month}  ${shown.join(', ')}`);
  }
}
