// Knocks at POST /tick once: for the timer of a cloud platform, or a crontab line. Needs only Node 18.
//   TICK_URL=https://ledger.example.gov.cn/tick TICK_SECRET=… node tick.mjs
import { createHmac } from 'node:crypto';

const { TICK_URL, TICK_SECRET } = process.env;
if (!TICK_URL || !TICK_SECRET) {
  process.stderr.write('请设置 TICK_URL 和 TICK_SECRET。Set TICK_URL and TICK_SECRET.\n');
  process.exit(2);
}
const seconds = Math.floor(Date.now() / 1000);
const signature = createHmac('sha256', TICK_SECRET).update(`tick ${seconds}`).digest('hex');
const answer = await fetch(TICK_URL, {
  method: 'POST',
  headers: { 'x-sunledger-tick': `t=${seconds},v1=${signature}` },
  signal: AbortSignal.timeout(55_000),
});
process.stdout.write(`${answer.status} ${await answer.text()}\n`);
process.exitCode = answer.ok ? 0 : 1;
