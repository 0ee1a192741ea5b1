// The health check of the container: ready means that the database answers and has every migration. IPv6 first,
// as the server listens on it (华亭 五: 互联网协议第6版); a host without IPv6 is asked over IPv4.
const port = process.env.PORT || 3000;

async function ready(host) {
  const answer = await fetch(`http://${host}:${port}/readyz`, { signal: AbortSignal.timeout(4000) });
  return answer.ok;
}

const well = await ready('[::1]').catch(() => ready('127.0.0.1').catch(() => false));
process.exit(well ? 0 : 1);
