import {
  endpoints,
  type PlanDetail,
  type PlanImport,
  type ProgressEntry,
  type TaskRow,
} from '@sunledger/shared-types';
import type { UnitRow } from '../../../backend/src/features/unit/unit.mapper';
import type { TestApp } from '../app';
import type { GivenPerson, GivenRegion } from '../given';
import { paperOf } from './paper';

/** The units of the invented county by the words of the stories. */
export interface LedgerUnits {
  development: UnitRow;
  finance: UnitRow;
  education: UnitRow;
  farming: UnitRow;
  labour: UnitRow;
  health: UnitRow;
  townA: UnitRow;
  townB: UnitRow;
  towns: UnitRow;
}

/** A county with its units and staff, before or after its plan is published; data goes through the API. */
export class Ledger {
  constructor(
    readonly app: TestApp,
    readonly region: GivenRegion,
    readonly units: LedgerUnits,
    readonly office: GivenPerson,
    /** A second member of the office: nobody approves what they submitted themselves. */
    readonly colleague: GivenPerson,
  ) {}

  staff(unit: UnitRow, role: 'handler' | 'reviewer'): Promise<GivenPerson> {
    return this.app.given.person({ region: this.region, role, unit });
  }

  uploaded(text = paperOf(), name = '工作要点.txt'): Promise<PlanImport> {
    const file = { name, bytes: Buffer.from(text, 'utf8') };
    return this.app.api.ok(
      endpoints.planImport.upload,
      { region: this.region.code },
      { as: this.office, file },
    );
  }

  async draft(text = paperOf()): Promise<number> {
    const { id } = await this.uploaded(text);
    const saved = await this.app.api.ok(
      endpoints.planImport.save,
      { id, confirm: true },
      { as: this.office },
    );
    if (saved.planId === null) throw new Error('the confirmation made no plan');
    return saved.planId;
  }

  async submitted(text?: string): Promise<number> {
    const id = await this.draft(text);
    await this.app.api.ok(endpoints.plan.submit, { id }, { as: this.office });
    return id;
  }

  async approved(text?: string): Promise<number> {
    const id = await this.submitted(text);
    await this.app.api.ok(endpoints.plan.approve, { id }, { as: this.colleague });
    return id;
  }

  async published(text?: string): Promise<PlanDetail> {
    const id = await this.approved(text);
    return this.app.api.ok(endpoints.plan.publish, { id }, { as: this.office });
  }

  async task(planId: number, no: string): Promise<TaskRow> {
    const { items } = await this.app.api.ok(
      endpoints.task.list,
      { region: this.region.code, plan: planId, limit: 100 },
      { as: this.office },
    );
    const found = items.find((task) => task.no === no);
    if (!found) throw new Error(`no task ${no} among ${items.map((task) => task.no).join(' ')}`);
    return found;
  }

  report(
    task: { id: number },
    by: GivenPerson,
    more: {
      text?: string;
      percent?: number;
      asksClose?: boolean;
      unit?: number;
      links?: { title: string; url: string; datedOn?: string }[];
    } = {},
  ): Promise<ProgressEntry> {
    const { text = '本季度清单已经公布。', percent = 40, ...rest } = more;
    return this.app.api.ok(endpoints.task.report, { id: task.id, text, percent, ...rest }, { as: by });
  }

  /** A published change takes effect when the second member of the office agrees. */
  async agreed(change: { id: number; state: string }): Promise<void> {
    if (change.state !== 'pending') throw new Error(`the change is ${change.state}`);
    await this.app.api.ok(endpoints.ledger.approveChange, { id: change.id }, { as: this.colleague });
  }

  approveProgress(progress: { id: number }, by: GivenPerson): Promise<ProgressEntry> {
    return this.app.api.ok(endpoints.task.approveProgress, { id: progress.id }, { as: by });
  }
}

/** `given` a county that is ready to import its plan. */
export async function givenLedger(app: TestApp, code = 'yunxi', name = '云溪县'): Promise<Ledger> {
  const region = await app.given.region({ code, name });
  const unit = (unitName: string, more: Parameters<typeof app.given.unit>[2] = {}) =>
    app.given.unit(region, unitName, more);
  const townA = await unit('城关镇人民政府', { kind: 'township' });
  const townB = await unit('柳湾镇人民政府', { kind: 'township' });
  const units: LedgerUnits = {
    development: await unit('县发展和改革局', { aliases: ['县发改局'] }),
    finance: await unit('县财政局'),
    education: await unit('县教育局'),
    farming: await unit('县农业农村局'),
    labour: await unit('县人力资源和社会保障局', { aliases: ['县人社局'] }),
    health: await unit('县卫生健康局'),
    townA,
    townB,
    towns: await unit('各乡镇人民政府', { kind: 'collective', memberIds: [townA.id, townB.id] }),
  };
  const office = await app.given.person({ name: '李公开', region, role: 'office', unit: region.office });
  const colleague = await app.given.person({ name: '陈公开', region, role: 'office', unit: region.office });
  return new Ledger(app, region, units, office, colleague);
}
