/** What a topic of the outbox delivers, in words; a topic without words is shown as it is. */
const topicWords: Record<string, string> = {
  notify: '应用内提醒',
  notes: '应用内提醒（批量）',
};

export const topicWord = (topic: string): string => topicWords[topic] ?? topic;

/** A code of the last failure as a clerk understands it; the code itself stands beside it. */
export function reasonWord(code: string): string {
  if (/TIMEOUT|ETIMEDOUT|timed/i.test(code)) return '对方没有及时回应';
  if (/^E(CONN|HOST|NET|AI|PIPE)|ENOTFOUND/.test(code)) return '连不上对方';
  if (code === 'PROCESS_ENDED') return '发送途中程序中断';
  if (/^(ER_|SQLITE_)/.test(code)) return '数据库没有响应';
  if (/INVALID/.test(code)) return '内容不完整，重新投递也不会成功';
  return '没有投递成功';
}
