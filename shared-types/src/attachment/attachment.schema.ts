import * as z from 'zod/mini';

export const attachmentKinds = ['image', 'pdf', 'word', 'sheet'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** `pending`: the virus scan has not answered yet; `refused`: it found something and the content is gone. */
export const attachmentStates = ['ready', 'pending', 'refused'] as const;
export type AttachmentState = (typeof attachmentStates)[number];

export const attachmentLimits = {
  /** Files on one report. */
  perReport: 9,
  /** Bytes of one file as it is sent. */
  bytes: 20 * 1024 * 1024,
  /** Files of one account that belong to no report yet. */
  unsent: 40,
} as const;

/** What may be chosen; the server looks at the content, never at these. */
export const attachmentExtensions = {
  image: ['.jpg', '.jpeg', '.png', '.webp'],
  file: ['.pdf', '.docx', '.xlsx'],
} as const;

export const Attachment = z.object({
  id: z.number(),
  /** Cleaned: no path, and the extension of what the content really is. */
  name: z.string(),
  kind: z.enum(attachmentKinds),
  bytes: z.number(),
  /** Of a picture, in pixels. */
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
  state: z.enum(attachmentStates),
  /** Address of the content on this server, good for some minutes; null unless `ready`. */
  url: z.nullable(z.string()),
  /** The same of a small picture. */
  thumbnailUrl: z.nullable(z.string()),
  /** For staff, of a picture that the public does not see: its check is open, or a person said no. */
  check: z.optional(z.enum(['checking', 'withheld'])),
});
export type Attachment = z.infer<typeof Attachment>;
