import * as z from 'zod/mini';

/** What a task may ask for before it is closed out. */
export const evidenceKinds = ['link', 'photo', 'file'] as const;
export const EvidenceKind = z.enum(evidenceKinds, '没有这种佐证');
export type EvidenceKind = z.infer<typeof EvidenceKind>;

export const evidenceWords: Record<EvidenceKind, string> = { link: '公开链接', photo: '照片', file: '文件' };
