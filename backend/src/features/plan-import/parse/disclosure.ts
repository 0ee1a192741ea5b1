const inBrackets =
  /^[（([【]?\s*(?:此件|本件|此文|本文件?|信息)(?:属于|为|可以?|拟)?\s*(主动公开|公开发布|社会公开|向社会公开|对外公开|公开|依申请公开|不予公开|不公开|删减后公开|部分公开)\s*[）)\]】]?[。.]?$/;
const labelled =
  /(?:公开属性|公开方式|公开形式|公开类型|信息公开(?:属性|选项|类型|方式)|公开类别|公开选项|政务公开)\s*[：:\s]\s*(主动公开|依申请公开|不予公开|不公开|此件公开|公开)/;
const bareBrackets = /^[（([【]\s*(主动公开|公开发布|依申请公开|不予公开)\s*[）)\]】]$/;

/** 此件公开发布, （此件主动公开）, 公开属性：主动公开 → 主动公开; null for any other line. */
export function findDisclosure(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length > 60) return null;
  const said = (inBrackets.exec(line.replace(/\s/g, '')) ??
    labelled.exec(line) ??
    bareBrackets.exec(line.replace(/\s/g, '')))?.[1];
  if (said === undefined) return null;
  if (/依申请/.test(said)) return '依申请公开';
  if (/^不/.test(said)) return '不予公开';
  return /删减|部分/.test(said) ? '部分公开' : '主动公开';
}
