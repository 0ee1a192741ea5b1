import * as z from 'zod/mini';

/** A calendar date of Asia/Shanghai, `YYYY-MM-DD`. */
export const DateOnly = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, '日期请写成 2026-11-23 的样子'));
export type DateOnly = z.infer<typeof DateOnly>;

/** An instant, ISO 8601 with the offset +08:00 on the wire. */
export const Instant = z.string();
export type Instant = z.infer<typeof Instant>;

/** A database id on the wire. Path ids arrive as text, hence the coercion. */
export const Id = z.coerce
  .number('编号应为正整数')
  .check(z.int('编号应为正整数'), z.positive('编号应为正整数'));
export type Id = z.infer<typeof Id>;

/** The code in the address of a region, such as `yunxi`. */
export const RegionCode = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,31}$/, '地区代码不正确'));
export type RegionCode = z.infer<typeof RegionCode>;

/** A search word: trimmed by the server, at most 50 characters. */
export const SearchWord = z.string().check(z.maxLength(50, '搜索词最多 50 个字'));

export const pageInput = {
  limit: z._default(
    z.coerce
      .number('每页条数应为 1 到 100 的整数')
      .check(z.int('每页条数应为整数'), z.minimum(1, '每页至少 1 条'), z.maximum(100, '每页最多 100 条')),
    20,
  ),
  cursor: z.optional(z.string().check(z.maxLength(300, '翻页标记不正确'))),
};

/** The shape of every list answer: one keyset page and the cursor of the next (null at the end). */
export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A trimmed text of a bounded length with its own Chinese sentences. */
export const textOf = (label: string, min: number, max: number) =>
  z
    .string(`请填写${label}`)
    .check(
      z.trim(),
      z.minLength(min, min > 1 ? `${label}至少 ${min} 个字` : `请填写${label}`),
      z.maxLength(max, `${label}最多 ${max} 个字`),
    );

/** A unit as a reference in lists: id and the name to show. */
export const UnitRef = z.object({ id: z.number(), name: z.string() });
export type UnitRef = z.infer<typeof UnitRef>;

export const Nothing = z.object({});
export const Done = z.object({ done: z.literal(true) });
