const form =
  /([\u3400-\u9fffA-Za-z]{2,16})\s*[〔[(（【﹝［〈]\s*((?:19|20)\d{2})\s*[〕\])）】﹞］〉]\s*(?:第\s*)?(\d{1,4})\s*号/;

export interface FoundNumber {
  /** As printed, without blanks. */
  number: string;
  from: number;
  to: number;
}

const leadingWords =
  /^(?:发文字号|发文文号|文号|字号|文件编号|发文号|等级|紧急程度|特急|加急|平急|签发人?|编号|号)+/;

/** 嵊政办发〔2022〕36号 in a line, its brackets as printed; words of a form such as 等级 before it are not part of it. */
export function findDocumentNumber(text: string): FoundNumber | null {
  const match = form.exec(text);
  if (match === null) return null;
  const skipped = leadingWords.exec(match[1])?.[0].length ?? 0;
  if (skipped === match[1].length) return null;
  return {
    number: match[0].slice(skipped).replace(/\s+/g, ''),
    from: match.index + skipped,
    to: match.index + match[0].length,
  };
}
