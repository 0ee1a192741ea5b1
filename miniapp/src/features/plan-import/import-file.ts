/** What can be imported; the server looks into the file itself and has the last word. */
export const importExtensions = ['.docx', '.pdf', '.html', '.htm', '.txt', '.md'] as const;

const maxBytes = 20 * 1024 * 1024;

/** What is wrong with a chosen file before it is sent, or null. */
export function fileProblem(file: { name: string; size: number }): string | null {
  const name = file.name.toLowerCase();
  if (!importExtensions.some((extension) => name.endsWith(extension))) {
    return name.endsWith('.doc')
      ? '这是旧版 Word 文件，请在 Word 里另存为 .docx 后再上传。'
      : '只能导入 .docx .pdf .html .txt .md 文件。';
  }
  if (file.size === 0) return '文件是空的，请换一份。';
  if (file.size > maxBytes) return '文件超过 20 MB，请去掉图片或另存为文字版后再上传。';
  return null;
}
