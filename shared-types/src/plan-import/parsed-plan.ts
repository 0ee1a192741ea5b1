import * as z from 'zod/mini';

const text = z.nullable(z.string());

const ParsedUnits = {
  unitText: text,
  leadUnits: z.array(z.string()),
  responsibleUnits: z.array(z.string()),
  deadlineText: text,
  dueOn: text,
};

export const ParsedSubItem = z.object({ number: text, title: text, text: z.string(), ...ParsedUnits });
export type ParsedSubItem = z.infer<typeof ParsedSubItem>;

export const ParsedItem = z.extend(ParsedSubItem, { subItems: z.array(ParsedSubItem) });
export type ParsedItem = z.infer<typeof ParsedItem>;

export const ParsedSection = z.object({
  number: text,
  title: text,
  text: z.optional(z.string()),
  items: z.array(ParsedItem),
});
export type ParsedSection = z.infer<typeof ParsedSection>;

export const ParsedTask = z.object({
  no: text,
  text: z.string(),
  section: text,
  group: text,
  ...ParsedUnits,
  continuous: z.boolean(),
  flags: z.array(z.string()),
});
export type ParsedTask = z.infer<typeof ParsedTask>;

/** What the importer reads out of a 工作要点; every source character is in a field or in a remark. */
export const ParsedPlan = z.object({
  title: text,
  noticeTitle: text,
  issuer: text,
  region: text,
  year: z.nullable(z.number()),
  documentNumber: text,
  issuedOn: text,
  printedOn: text,
  disclosure: text,
  addressees: text,
  overview: text,
  closing: text,
  sections: z.array(ParsedSection),
  tasks: z.array(ParsedTask),
  unitLists: z.array(z.object({ title: z.string(), units: z.array(z.string()) })),
  remarks: z.array(z.object({ line: z.number(), text: z.string(), kind: z.string(), message: z.string() })),
  coverage: z.object({
    sourceCharacters: z.number(),
    placedCharacters: z.number(),
    remarkCharacters: z.number(),
  }),
});
export type ParsedPlan = z.infer<typeof ParsedPlan>;
