import { addDays, type TaskUnit } from '@sunledger/shared-types';
import { WorkPlanEntity, WorkPointEntity } from '../../../backend/src/features/plan/plan.entity';
import type { TaskDraft } from '../../../backend/src/features/task/create-tasks.service';
import { reachOf } from '../../../backend/src/features/task/reach.service';
import { listOrderOf } from '../../../backend/src/features/task/list-order';
import {
  TaskEntity,
  TaskEventEntity,
  TaskReachEntity,
  TaskUnitEntity,
} from '../../../backend/src/features/task/task.entity';
import type { TestApp } from '../../support/app';
import { largeFirst, type BulkRegion, type Placing } from './bulk-regions';
import { pointText, pointTitle, taskText } from './bulk-texts';
import type { BulkWriter } from './bulk-writer';

const TASKS_PER_PLAN = 100;
const SECTIONS = 4;
const ITEMS = 8;
const POINTS = SECTIONS * (1 + ITEMS);
/** Plans are spread over these years, the newest first. */
const YEARS = 6;

interface PlanPlace {
  readonly at: BulkRegion;
  readonly id: number;
  readonly year: number;
  readonly firstPoint: number;
  readonly firstTask: number;
  readonly tasks: number;
}

/** Published plans of 36 points and up to 100 tasks in every light. Answers the ids of the plans. */
export async function writePlans(
  app: TestApp,
  writer: BulkWriter,
  regions: readonly BulkRegion[],
  tasks: number,
  placing: Placing = largeFirst,
): Promise<number[]> {
  const share = regions.map(() => 0);
  for (let at = 0; at < tasks; at += 1) {
    const place = placing(at, regions.length);
    share[place] = (share[place] ?? 0) + 1;
  }
  let planId = await writer.lastId(WorkPlanEntity);
  let pointId = await writer.lastId(WorkPointEntity);
  let taskId = await writer.lastId(TaskEntity);
  const thisYear = Number(app.clock.today().slice(0, 4));
  const ids: number[] = [];
  for (const [place, region] of regions.entries()) {
    const count = share[place] ?? 0;
    for (let done = 0, nth = 0; done < count; done += TASKS_PER_PLAN, nth += 1) {
      const plan: PlanPlace = {
        at: region,
        id: (planId += 1),
        year: thisYear - (nth % YEARS),
        firstPoint: pointId + 1,
        firstTask: taskId + 1,
        tasks: Math.min(TASKS_PER_PLAN, count - done),
      };
      pointId += POINTS;
      taskId += plan.tasks;
      ids.push(plan.id);
      await writePlan(app, writer, plan, nth);
    }
  }
  return ids;
}

async function writePlan(app: TestApp, writer: BulkWriter, plan: PlanPlace, nth: number): Promise<void> {
  await writer.insert(WorkPlanEntity, [planRow(app, plan, nth)]);
  await writer.insert(WorkPointEntity, pointRows(plan));
  const tasks = Array.from({ length: plan.tasks }, (_, at) => {
    const draft = draftOf(plan, at);
    return { id: plan.firstTask + at, draft, listOrder: listOrderOf(plan.year, plan.id, at), at };
  });
  const today = app.clock.today();
  await writer.insert(
    TaskEntity,
    tasks.map(({ id, draft, listOrder, at }) => ({
      id,
      ...draft,
      regionId: plan.at.region.id,
      planId: plan.id,
      year: plan.year,
      listOrder,
      published: true,
      ...standing(today, at, draft.dueOn),
    })),
  );
  await writer.insert(
    TaskUnitEntity,
    tasks.flatMap(({ id, draft }) =>
      [...draft.leadUnits, ...draft.responsibleUnits].map((unit, position) => ({
        taskId: id,
        unitId: unit.id,
        role: position === 0 ? ('lead' as const) : ('responsible' as const),
        name: unit.name,
        position,
      })),
    ),
  );
  await writer.insert(
    TaskReachEntity,
    tasks.flatMap(({ id, draft, listOrder }) =>
      reachOf(draft, new Map()).map((reach) => ({ ...reach, listOrder, taskId: id })),
    ),
  );
  await writer.insert(
    TaskEventEntity,
    tasks.map(({ id }) => ({
      regionId: plan.at.region.id,
      taskId: id,
      code: 'created' as const,
      at: app.clock.now(),
      accountId: null,
      progressId: null,
      note: null,
    })),
  );
  for (const { id } of tasks) plan.at.taskIds.push(id);
}

function planRow(app: TestApp, { id, year, at }: PlanPlace, nth: number): Partial<WorkPlanEntity> {
  const title = `${year}年${at.region.name}政务公开工作要点（第${nth + 1}批）`;
  const now = app.clock.now();
  return {
    id,
    regionId: at.region.id,
    year,
    title,
    noticeTitle: `关于印发${title}的通知`,
    documentNumber: `测政办〔${year}〕${nth + 1}号`,
    issuer: `${at.region.name}人民政府办公室`,
    issuedOn: `${year}-02-10`,
    printedOn: `${year}-02-11`,
    disclosure: '主动公开',
    addressees: '各乡镇人民政府，县政府各部门：',
    overview: `${year}年工作围绕群众关心的事项逐件公开、逐件核对。`,
    closing: '各单位对照清单逐项落实，年底前核对一次。',
    sourceText: '',
    fileName: '要点.txt',
    remarks: [],
    unitLists: [],
    status: 'published',
    published: true,
    publishedKey: `${at.region.id}:${year}:bench-${id}`,
    createdAt: now,
    createdBy: at.drafter.accountId,
    submittedBy: at.drafter.accountId,
    approvedBy: at.reviewer.accountId,
    publishedBy: at.drafter.accountId,
    publishedAt: now,
    publishDecision: null,
    reviewNote: null,
  };
}

function pointRows({ id: planId, at, firstPoint }: PlanPlace): Partial<WorkPointEntity>[] {
  return Array.from({ length: POINTS }, (_, position) => {
    const section = Math.floor(position / (1 + ITEMS));
    const isSection = position % (1 + ITEMS) === 0;
    return {
      id: firstPoint + position,
      regionId: at.region.id,
      planId,
      parentId: isSection ? null : firstPoint + section * (1 + ITEMS),
      position,
      level: isSection ? ('section' as const) : ('item' as const),
      number: isSection ? (['一', '二', '三', '四'][section] ?? null) : `（${position}）`,
      title: pointTitle(planId + position),
      text: isSection ? null : pointText(planId + position),
      unitText: null,
      leadUnits: isSection ? [] : [unitOf(at, position)],
      responsibleUnits: isSection ? [] : [unitOf(at, position + 5)],
      deadlineText: null,
      dueOn: null,
    };
  });
}

const unitOf = ({ units, office }: BulkRegion, at: number): TaskUnit => {
  const { id, name } = units[at % units.length] ?? office;
  return { id, name };
};

function draftOf(plan: PlanPlace, at: number): TaskDraft {
  const item = at % (SECTIONS * ITEMS);
  const section = Math.floor(item / ITEMS);
  const month = String((at % 12) + 1).padStart(2, '0');
  const continuous = at % 9 === 0;
  return {
    no: String(at + 1),
    text: taskText(plan.firstTask + at),
    section: pointTitle(plan.id + section * (1 + ITEMS)),
    groupName: null,
    pointId: plan.firstPoint + section * (1 + ITEMS) + 1 + (item % ITEMS),
    unitText: null,
    leadUnits: [unitOf(plan.at, at)],
    responsibleUnits: at % 3 === 0 ? [] : [unitOf(plan.at, at + 3)],
    deadlineText: continuous ? '全年' : `${at % 12 === 0 ? 1 : (at % 12) + 1}月底前`,
    dueOn: continuous ? null : `${plan.year}-${month}-28`,
    continuous,
    flags: [],
  };
}

/** Finished early, finished late, reported lately, reported long ago, untouched: all seven lights occur. */
function standing(
  today: string,
  at: number,
  dueOn: string | null,
): Pick<TaskEntity, 'percent' | 'lastProgressOn' | 'closed' | 'finishedOn'> {
  switch (at % 5) {
    case 0:
      return { percent: 100, closed: true, ...both(dueOn === null ? today : addDays(dueOn, -3)) };
    case 1:
      return { percent: 100, closed: true, ...both(dueOn === null ? today : addDays(dueOn, 4)) };
    case 2:
      return { percent: 40, closed: false, lastProgressOn: addDays(today, -7), finishedOn: null };
    case 3:
      return { percent: 20, closed: false, lastProgressOn: addDays(today, -120), finishedOn: null };
    default:
      return { percent: 0, closed: false, lastProgressOn: null, finishedOn: null };
  }
}

const both = (day: string) => ({ lastProgressOn: day, finishedOn: day });
