// 云函数：定时触发器每分钟唤醒一次后台工作（config.json）。环境变量：
//   TICK_SECRET 与服务端相同；
//   公网可访问的服务器：TICK_URL=https://域名/tick；
//   微信云托管（公网访问已关闭）：CONTAINER_ENV=云托管环境编号，CONTAINER_SERVICE=服务名。
const { createHmac } = require('node:crypto');
const { request } = require('node:https');

exports.main = async () => {
  const { TICK_URL, TICK_SECRET, CONTAINER_ENV, CONTAINER_SERVICE } = process.env;
  const seconds = Math.floor(Date.now() / 1000);
  const digest = createHmac('sha256', TICK_SECRET).update(`tick ${seconds}`).digest('hex');
  const header = { 'x-sunledger-tick': `t=${seconds},v1=${digest}` };
  const status = TICK_URL
    ? await overTheNet(TICK_URL, header)
    : await insideTheCloud(CONTAINER_ENV, { 'X-WX-SERVICE': CONTAINER_SERVICE, ...header });
  if (status !== 200) throw new Error(`tick ${status}`);
  return 'done';
};

async function insideTheCloud(env, header) {
  const cloud = require('wx-server-sdk');
  cloud.init({ env });
  const answer = await cloud.callContainer({
    config: { env },
    path: '/tick',
    method: 'POST',
    header,
    data: {},
  });
  return answer.statusCode;
}

function overTheNet(url, headers) {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { ...headers, 'content-length': 0 }, timeout: 55_000 };
    const knock = request(url, options, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    knock.on('timeout', () => knock.destroy(new Error('tick timed out')));
    knock.on('error', reject);
    knock.end();
  });
}
