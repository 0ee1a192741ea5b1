import type { Persona, Role } from '@sunledger/shared-types';

/** One invented person of the demo. `persona` makes the person a click on the demo sign-in page. */
export interface DemoPerson {
  name: string;
  persona?: Persona;
  roles: { role: Role; unit: string | null }[];
}

const hr = '县人力资源和社会保障局';
const housing = '县住房和城乡建设局';
const office = '县政务公开办公室';

export const yunxiPeople: DemoPerson[] = [
  { name: '王秀兰', persona: 'citizen', roles: [] },
  { name: '李建国', persona: 'citizen2', roles: [] },
  { name: '陈晓梅', persona: 'handler', roles: [{ role: 'handler', unit: hr }] },
  { name: '周建民', persona: 'reviewer', roles: [{ role: 'reviewer', unit: hr }] },
  { name: '赵磊', persona: 'handler2', roles: [{ role: 'handler', unit: housing }] },
  { name: '孙志强', roles: [{ role: 'reviewer', unit: housing }] },
  { name: '林芳', persona: 'office', roles: [{ role: 'office', unit: office }] },
  // Approves where a unit has no reviewer of its own, so that 林芳 may close out what he approved.
  { name: '蒋文', roles: [{ role: 'office', unit: office }] },
  { name: '何敏', persona: 'officeReviewer', roles: [{ role: 'reviewer', unit: office }] },
  { name: '韩立新', persona: 'official', roles: [{ role: 'official', unit: null }] },
];

export const binjiangPeople: DemoPerson[] = [
  { name: '许静', persona: 'office2', roles: [{ role: 'office', unit: '新区党政办公室' }] },
  { name: '罗刚', roles: [{ role: 'reviewer', unit: '新区党政办公室' }] },
];

export const administrator: DemoPerson = {
  name: '系统管理员',
  persona: 'admin',
  roles: [{ role: 'admin', unit: null }],
};
