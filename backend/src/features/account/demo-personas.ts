import type { Persona } from '@sunledger/shared-types';

/** The provider under which demo data stores the identity of its people. */
export const DEMO_PROVIDER = 'demo';

/** Personas without a post, by the name that a new account of theirs gets. */
export const citizenNames: Partial<Record<Persona, string>> = { citizen: '王秀兰', citizen2: '李建国' };

/** What one can try as each person of the demo, for the sign-in page. */
export const personaDescriptions: Record<Persona, string> = {
  citizen: '看要点、提问题、收答复、作评价',
  citizen2: '另一位群众，看不到别人没公开的留言',
  handler: '起草答复、报送进展',
  handler2: '另一个单位的经办人',
  reviewer: '审核本单位的答复和进展',
  office: '导入要点、分派留言、核验销号',
  officeReviewer: '审核工作要点和公开办的答复',
  office2: '另一个地区的政务公开办',
  official: '看督办看板，催办逾期事项',
  admin: '管理地区和设置，看不到留言内容',
};
