import { endpoints, type Attachment, type TaskRow } from '@sunledger/shared-types';
import type { TestApp } from '../app';
import type { Answer } from '../api-client';
import type { GivenPerson } from '../given';
import { photo } from '../evidence-files';
import { paperOf } from './paper';
import { givenLedger, type Ledger } from './plan.given';

/** A county with a published plan, and the people of 县教育局 whose task is number 2. */
export class Evidence {
  constructor(
    readonly app: TestApp,
    readonly ledger: Ledger,
    readonly task: TaskRow,
    readonly handler: GivenPerson,
    readonly reviewer: GivenPerson,
  ) {}

  send(
    bytes: Uint8Array,
    name: string,
    more: { as?: GivenPerson | null; task?: number; type?: string; idempotencyKey?: string } = {},
  ): Promise<Answer<Attachment>> {
    const { as = this.handler, task = this.task.id, type, idempotencyKey } = more;
    const file = { name, bytes, ...(type ? { type } : {}) };
    return this.app.api.call(
      endpoints.task.attach,
      { id: task },
      { as, file, ...(idempotencyKey ? { idempotencyKey } : {}) },
    );
  }

  async sent(name = '公示栏.jpg', as = this.handler): Promise<Attachment> {
    const answer = await this.send(await photo(), name, { as });
    if (answer.status !== 201) throw new Error(`the photo was refused: ${JSON.stringify(answer.error)}`);
    return answer.body;
  }

  report(attachments: readonly number[], as = this.handler) {
    const input = {
      id: this.task.id,
      text: '招生方案已经张榜公布。',
      percent: 60,
      attachments: [...attachments],
    };
    return this.app.api.call(endpoints.task.report, input, { as });
  }
}

export async function givenEvidence(app: TestApp): Promise<Evidence> {
  const ledger = await givenLedger(app);
  const { id } = await ledger.published(paperOf());
  const task = await ledger.task(id, '2');
  const handler = await ledger.staff(ledger.units.education, 'handler');
  const reviewer = await ledger.staff(ledger.units.education, 'reviewer');
  return new Evidence(app, ledger, task, handler, reviewer);
}
