import { endpoints, type CallOf, type MessageDetail } from '@sunledger/shared-types';
import type { UnitRow } from '../../../backend/src/features/unit/unit.mapper';
import type { TestApp } from '../app';
import type { GivenPerson, GivenRegion } from '../given';

/** The people of a story about messages: a region with two units, and a second region. */
export interface MessageStory {
  readonly app: TestApp;
  readonly region: GivenRegion;
  readonly unit: UnitRow;
  readonly otherUnit: UnitRow;
  readonly citizen: GivenPerson;
  readonly stranger: GivenPerson;
  readonly handler: GivenPerson;
  readonly reviewer: GivenPerson;
  readonly otherHandler: GivenPerson;
  readonly otherReviewer: GivenPerson;
  readonly office: GivenPerson;
  readonly secondOffice: GivenPerson;
  readonly official: GivenPerson;
  readonly officeElsewhere: GivenPerson;
}

export async function messageStory(app: TestApp): Promise<MessageStory> {
  const region = await app.given.region({ code: 'yunxi', name: '云溪县' });
  const elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
  const unit = await app.given.unit(region, '县住房和城乡建设局');
  const otherUnit = await app.given.unit(region, '县教育局');
  const office = { region, role: 'office', unit: region.office } as const;
  return {
    app,
    region,
    unit,
    otherUnit,
    citizen: await app.given.person({ name: '王小明' }),
    stranger: await app.given.person({ name: '路人' }),
    handler: await app.given.person({ name: '经办甲', region, role: 'handler', unit }),
    reviewer: await app.given.person({ name: '审核甲', region, role: 'reviewer', unit }),
    otherHandler: await app.given.person({ name: '经办乙', region, role: 'handler', unit: otherUnit }),
    otherReviewer: await app.given.person({ name: '审核乙', region, role: 'reviewer', unit: otherUnit }),
    office: await app.given.person({ name: '公开办甲', ...office }),
    secondOffice: await app.given.person({ name: '公开办乙', ...office }),
    official: await app.given.person({ name: '领导', region, role: 'official' }),
    officeElsewhere: await app.given.person({
      name: '新区公开办',
      region: elsewhere,
      role: 'office',
      unit: elsewhere.office,
    }),
  };
}

type Submission = Partial<CallOf<typeof endpoints.message.submit>> & {
  by?: GivenPerson | Promise<GivenPerson>;
};

export const QUESTION = '请问城东老旧小区加装电梯的补贴什么时候公布？';
export const ANSWER = '加装电梯补贴名单将于3月20日在县政府网站公布，每台补贴15万元，可到住建局二楼窗口查询。';

/** `givenMessage(story, {…}).assigned().drafted().published()`: each step is a call of the API. */
export function givenMessage(story: MessageStory, { by, ...more }: Submission = {}): GivenMessage {
  const { api } = story.app;
  const input = { region: story.region.code, kind: 'inquiry', text: QUESTION, ...more } as const;
  return new GivenMessage(story, async () =>
    api.ok(endpoints.message.submit, input, { as: (await by) ?? story.citizen }),
  );
}

export class GivenMessage implements PromiseLike<MessageDetail> {
  constructor(
    private readonly story: MessageStory,
    private readonly made: () => Promise<MessageDetail>,
  ) {}

  /** The office hands it to a unit. */
  assigned(unit: UnitRow = this.story.unit): GivenMessage {
    return this.then_((message, { api, office }) =>
      api.ok(endpoints.message.assign, { id: message.id, unitId: unit.id }, { as: office }),
    );
  }

  drafted(by: GivenPerson = this.story.handler, text = ANSWER): GivenMessage {
    return this.then_((message, { api }) =>
      api.ok(endpoints.message.reply, { id: message.id, text }, { as: by }),
    );
  }

  published(by: GivenPerson = this.story.reviewer, makePublic = true): GivenMessage {
    return this.then_((message, { api }) =>
      api.ok(endpoints.message.approve, { id: message.id, confirmed: true, makePublic }, { as: by }),
    );
  }

  /** From receipt to the published answer. */
  answered(): GivenMessage {
    return this.assigned().drafted().published();
  }

  then<A, B>(
    done?: ((value: MessageDetail) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.made().then(done, failed);
  }

  private then_(
    step: (
      message: MessageDetail,
      by: { api: TestApp['api']; office: GivenPerson },
    ) => Promise<MessageDetail>,
  ): GivenMessage {
    const { story } = this;
    return new GivenMessage(story, async () =>
      step(await this.made(), { api: story.app.api, office: story.office }),
    );
  }
}
