import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';

const scene = z.string().check(z.minLength(1, '码的内容不完整'), z.maxLength(32, '码的内容不正确'));

export const entryEndpoints = {
  look: defineEndpoint({
    method: 'GET',
    path: '/entries/:scene',
    permission: 'public',
    summary: '告示和屏幕上的小程序码通到哪个地区',
    input: z.object({ scene }),
    output: z.object({ code: z.string(), name: z.string() }),
  }),
  picture: defineEndpoint({
    method: 'GET',
    path: '/entries/:scene/picture',
    permission: 'public',
    summary: '小程序码的图片；没有接微信时没有图片',
    input: z.object({ scene }),
    /** A data URL; null without WeChat, and when WeChat gives none. */
    output: z.object({ image: z.nullable(z.string()) }),
    outward: true,
  }),
};
