import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Done, Id } from '../primitives';
import { Attachment } from './attachment.schema';

export const attachmentEndpoints = {
  get: defineEndpoint({
    method: 'GET',
    path: '/attachments/:id',
    permission: ['handler', 'reviewer'],
    summary: '本人上传的一个文件，地址重新签发',
    input: z.object({ id: Id }),
    output: Attachment,
  }),
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/attachments/:id',
    permission: ['handler', 'reviewer'],
    summary: '删去本人上传、尚未报送的文件',
    input: z.object({ id: Id }),
    output: Done,
  }),
  /** The address comes with the thing that the file belongs to; whoever may see that may open it. */
  content: defineEndpoint({
    method: 'GET',
    path: '/attachments/:id/content',
    permission: 'public',
    summary: '文件内容；地址带签名，几分钟后失效',
    input: z.object({
      id: Id,
      variant: z.optional(z.string()),
      until: z.optional(z.string()),
      sign: z.optional(z.string()),
    }),
    output: z.unknown(),
    produces: 'application/octet-stream',
  }),
};
