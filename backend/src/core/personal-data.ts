import { Injectable } from '@nestjs/common';
import type { Ctx } from './ctx';
import type { CtxInTx } from './db/unit-of-work';

/** What one feature holds about a person, and how it lets go of it. */
export interface PersonalDataPart {
  /** Its key in the exported file. */
  readonly name: string;
  /** Everything of the account, as the person may see it: plain data for JSON. */
  readonly read: (ctx: Ctx, accountId: number) => Promise<unknown>;
  /** Removes what may go; all parts run in one unit of work. Left out where nothing may go. */
  readonly erase?: (ctx: CtxInTx, accountId: number) => Promise<void>;
}

/**
 * Who holds personal data (个人信息保护法 第四十五、四十七条). A feature that stores some hands its part in when
 * it starts, so that export and erasure miss nothing: `this.personalData.register({ name, read, erase })`.
 */
@Injectable()
export class PersonalData {
  private readonly registered: PersonalDataPart[] = [];

  register(part: PersonalDataPart): void {
    this.registered.push(part);
  }

  get parts(): readonly PersonalDataPart[] {
    return this.registered;
  }
}
