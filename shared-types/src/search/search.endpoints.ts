import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { pageInput, pageOf, RegionCode } from '../primitives';
import { lights } from '../task/light';

export const searchKinds = ['plan', 'point', 'task', 'answer'] as const;
export type SearchKind = (typeof searchKinds)[number];

export const SearchHit = z.object({
  kind: z.enum(searchKinds),
  /** The id of the thing itself: a plan, a work point, a task or a message. */
  id: z.number(),
  /** The plan that a point belongs to; null for others. */
  planId: z.nullable(z.number()),
  title: z.string(),
  /** A piece of text around the first match. */
  excerpt: z.string(),
  /** How a task stands today; null for everything else. */
  light: z.nullable(z.enum(lights)),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const searchEndpoints = {
  search: defineEndpoint({
    method: 'GET',
    path: '/search',
    permission: 'public',
    summary: '搜索要点、任务和公开答复',
    input: z.object({
      region: RegionCode,
      q: z
        .string('请输入要搜索的词')
        .check(z.trim(), z.minLength(1, '请输入要搜索的词'), z.maxLength(50, '搜索词最多 50 个字')),
      kind: z.optional(z.enum(searchKinds)),
      ...pageInput,
    }),
    output: pageOf(SearchHit),
  }),
  /** Like search, but for a whole sentence: the most similar published answers, best first. */
  similarAnswers: defineEndpoint({
    method: 'GET',
    path: '/answers/similar',
    permission: 'public',
    summary: '与所写内容最相近的公开答复',
    input: z.object({
      region: RegionCode,
      text: z.string().check(z.minLength(2, '请先写几个字'), z.maxLength(1000)),
    }),
    output: z.object({
      items: z.array(
        z.object({
          messageId: z.number(),
          question: z.string(),
          answer: z.string(),
          unitName: z.string(),
          score: z.number(),
        }),
      ),
    }),
  }),
};
