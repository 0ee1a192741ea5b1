import * as z from 'zod/mini';

/**
 * The answer of `import --dry-run --json`: one 工作要点 as the importer read it.
 * Dates are YYYY-MM-DD; `number` is as printed without its dot; null where the paper does not say.
 */

/** Why a line of the paper stands in no field, or what a person should look at. */
export const remarkKinds = [
  'noise', // mechanical dirt that was removed: pinyin, @@, tags, entities, bullets, rules
  'pageNumber',
  'traditional', // traditional letters became simplified ones
  'contents', // table of contents
  'letterhead', // red head, secrecy-free classification lines, signer, telegram block
  'webPage', // navigation and metadata of a government web page
  'letter', // what the covering notice says
  'attachmentList',
  'attachment', // an attachment that is neither a task table nor a unit list
  'signature',
  'distribution', // 抄送, 印发, print run
  'repeated', // says again what is already placed
  'tableHead',
  'tableColumn', // a column that has no field (备注, 联系人)
  'unitRule', // a rule for the whole document, or 指导单位
  'unplaced', // text that belongs to no field
  'doubt', // placed, but somebody should look at it
] as const;

export const remarkKind = z.enum(remarkKinds);
export type RemarkKind = z.infer<typeof remarkKind>;

export const planRemark = z.object({
  line: z.number(),
  text: z.string(),
  kind: remarkKind,
  message: z.string(),
});
export type PlanRemark = z.infer<typeof planRemark>;

const nullableText = z.nullable(z.string());

export const parsedSubItem = z.object({
  number: nullableText,
  title: nullableText,
  text: z.string(),
  unitText: nullableText,
  leadUnits: z.array(z.string()),
  responsibleUnits: z.array(z.string()),
  deadlineText: nullableText,
  dueOn: nullableText,
});
export type ParsedSubItem = z.infer<typeof parsedSubItem>;

export const parsedItem = z.extend(parsedSubItem, { subItems: z.array(parsedSubItem) });
export type ParsedItem = z.infer<typeof parsedItem>;

export const parsedSection = z.object({
  number: nullableText,
  title: nullableText,
  text: nullableText,
  items: z.array(parsedItem),
});
export type ParsedSection = z.infer<typeof parsedSection>;

/** What may be wrong with a row of a task table. */
export const taskFlags = [
  'unitCut', // a unit name is cut or unreadable; it is kept in unitText only
  'cellsMerged', // a merged cell was split over two columns
  'textMissing',
  'numberMissing',
  'deadlineMissing', // every other row has one
  'columnsShifted', // the row has other cells than the head
  'damagedLetters', // letters that no reader could make out
] as const;
export const taskFlag = z.enum(taskFlags);
export type TaskFlag = z.infer<typeof taskFlag>;

export const parsedTask = z.object({
  no: z.nullable(z.union([z.number(), z.string()])),
  text: z.string(),
  section: nullableText,
  group: nullableText,
  unitText: nullableText,
  leadUnits: z.array(z.string()),
  responsibleUnits: z.array(z.string()),
  deadlineText: nullableText,
  dueOn: nullableText,
  continuous: z.boolean(),
  flags: z.array(taskFlag),
});
export type ParsedTask = z.infer<typeof parsedTask>;

export const parsedUnitList = z.object({ title: nullableText, units: z.array(z.string()) });
export type ParsedUnitList = z.infer<typeof parsedUnitList>;

export const importCoverage = z.object({
  sourceCharacters: z.number(),
  placedCharacters: z.number(),
  remarkCharacters: z.number(),
});
export type ImportCoverage = z.infer<typeof importCoverage>;

export const parsedPlan = z.object({
  title: nullableText,
  noticeTitle: nullableText,
  issuer: nullableText,
  region: nullableText,
  year: z.nullable(z.number()),
  documentNumber: nullableText,
  issuedOn: nullableText,
  printedOn: nullableText,
  disclosure: nullableText,
  addressees: nullableText,
  overview: nullableText,
  closing: nullableText,
  sections: z.array(parsedSection),
  tasks: z.array(parsedTask),
  unitLists: z.array(parsedUnitList),
  remarks: z.array(planRemark),
  coverage: importCoverage,
});
export type ParsedPlan = z.infer<typeof parsedPlan>;
