const level = '(?:绝\\s*密|机\\s*密|秘\\s*密)';
const term = '(?:长期|[\\d一二三四五六七八九十]{1,3}\\s*(?:年|个月|月|日|天)|启用前|解密前)';
const starred = new RegExp(`(?:^|[\\s\\u3000]|密\\s*级\\s*[：:])${level}\\s*[★☆*＊]`);
const alone = new RegExp(`^(?:密\\s*级\\s*[：:]?\\s*)?[（(【]?${level}[）)】]?(?:\\s*[：:]?\\s*${term})?$`);
const internalLevel = /^密\s*级\s*[：:]\s*(?:绝密|机密|秘密|内部)/;
const internal =
  /^[（(【[]?\s*内\s*部\s*(?:资\s*料|文\s*件|材\s*料|参\s*考|使\s*用|情况)?(?:\s*[，,、·.\s]?\s*(?:注意保存|妥善保[管存]|请勿外传|不得外传|严禁外传|禁止外传|注意保密|不得公开|不得翻印|仅供参考))*\s*[）)】\]]?[。!！]?$/;

/**
 * The secrecy mark at the head of a paper (GB/T 9704 puts it in the top left corner: 秘密★1年), or null. Running text is no
 * mark: the head ends with the first sentence, and a mark stands alone in its line or between wide blanks.
 */
export function findSecrecyMark(text: string): string | null {
  let seen = 0;
  for (const raw of text.split(/\r\n|[\r\n\f\u2028]/, 400)) {
    const line = raw.replace(/^[\s#>*\ufeff]+|[\s*]+$/g, '');
    if (line === '') continue;
    if (++seen > 20 || line.includes('。') || line.length > 120) return null;
    const parts = [line, ...line.split(/\s{2,}|\t|\u3000|\|/).map((part) => part.trim())];
    const mark = parts.find(
      (part) =>
        part.length <= 40 &&
        (alone.test(part) ||
          internalLevel.test(part) ||
          (internal.test(part) && /资|文|材|参|使|情|[，,]/.test(part))),
    );
    if (mark !== undefined) return mark;
    if (line.length <= 60 && starred.test(line)) return line;
  }
  return null;
}
