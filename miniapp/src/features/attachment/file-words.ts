import type { Attachment } from '@sunledger/shared-types';

/** “3.4 MB”, “120 KB”. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes >= 1) return `${megabytes.toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

const kindWords = { image: '照片', pdf: 'PDF', word: 'Word', sheet: 'Excel' } as const;

/** What stands under a file's name. */
export function fileNote(file: Attachment): string {
  if (file.state === 'pending') return '正在安全检查，通过后才能打开';
  if (file.state === 'refused') return '没有通过安全检查，已删除';
  if (file.check === 'checking') return '正在核对内容，通过后公开';
  if (file.check === 'withheld') return '经核对不公开，只有工作人员能看到';
  return `${kindWords[file.kind]} · ${sizeWords(file.bytes)}`;
}

/** “2 张照片、1 个文件、3 个链接”, or null when there is none. */
export function evidenceWords(files: readonly Attachment[], links: number): string | null {
  const photos = files.filter((file) => file.kind === 'image').length;
  const others = files.length - photos;
  const parts = [
    photos > 0 ? `${photos} 张照片` : '',
    others > 0 ? `${others} 个文件` : '',
    links > 0 ? `${links} 个链接` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('、') : null;
}
