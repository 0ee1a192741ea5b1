import autocannon from 'autocannon';
import type { HotList } from './hot-lists';
import type { MeasuredServer } from './servers';

const CONNECTIONS = 50;
const ROUNDS = 5;

export interface Pace {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU of the server process per request, in microseconds. */
  readonly cpu: number;
}

export interface Effort {
  /** Length of a round. */
  readonly seconds: number;
  /** Requests before the first round: until then the compiler is what is measured. */
  readonly warmUp: number;
}

export interface Compared {
  readonly list: HotList;
  readonly bytes: number;
  readonly product: Pace;
  readonly bare: Pace;
  /** Median over the rounds of product ÷ bare within the round. */
  readonly ratio: number;
  /** Rows and index entries that the database reads for one answer. */
  readonly rows: number;
}

/** Both servers must answer the same bytes, or there is nothing to compare. */
export async function sameBody(
  list: HotList,
  product: MeasuredServer,
  bare: MeasuredServer,
): Promise<number> {
  const [ours, theirs] = await Promise.all(
    [product, bare].map(async ({ url }) => {
      const answer = await fetch(`${url}/api/v1${list.path}`, { headers: { 'accept-encoding': 'identity' } });
      if (answer.status !== 200)
        throw new Error(`${list.path}: ${answer.status} from ${url}: ${await answer.text()}`);
      return Buffer.from(await answer.arrayBuffer());
    }),
  );
  if (!ours || !theirs || !ours.equals(theirs)) {
    const at = ours && theirs ? ours.findIndex((byte, place) => byte !== theirs[place]) : 0;
    const around = (body?: Buffer) => body?.subarray(Math.max(0, at - 120), at + 120).toString('utf8');
    throw new Error(`${list.path}: bodies differ at byte ${at}\n  ${around(ours)}\n  ${around(theirs)}`);
  }
  return ours.length;
}

/**
 * Alternating rounds, so that whatever else the machine does weighs on both; each server has every
 * second turn first. Nobody's clock is judged: the ratio is the result.
 */
export async function compare(
  list: HotList,
  servers: { product: MeasuredServer; bare: MeasuredServer },
  effort: Effort,
): Promise<Omit<Compared, 'rows'>> {
  const { seconds } = effort;
  const bytes = await sameBody(list, servers.product, servers.bare);
  const rounds: { product: Pace; bare: Pace }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const productFirst = round % 2 === 0;
    const early = productFirst ? await paceOf(list, servers.product, seconds) : null;
    const bare = await paceOf(list, servers.bare, seconds);
    rounds.push({ product: early ?? (await paceOf(list, servers.product, seconds)), bare });
  }
  return {
    list,
    bytes,
    product: medianPace(rounds.map(({ product }) => product)),
    bare: medianPace(rounds.map(({ bare }) => bare)),
    ratio: median(rounds.map(({ product, bare }) => product.requestsPerSecond / bare.requestsPerSecond)),
  };
}

/** Requests before the first round, to every list: what lists share is compiled by then on both sides. */
export async function warmUp(list: HotList, server: MeasuredServer, amount: number): Promise<void> {
  await autocannon({
    url: `${server.url}/api/v1${list.path}`,
    connections: CONNECTIONS,
    amount,
    timeout: 60,
  });
}

/** One round; a machine so busy that nothing was answered in time gets more of it. */
async function paceOf(list: HotList, server: MeasuredServer, seconds: number): Promise<Pace> {
  const before = await server.cpu();
  const result = await autocannon({
    url: `${server.url}/api/v1${list.path}`,
    connections: CONNECTIONS,
    duration: seconds,
    sampleInt: 100,
    timeout: 60,
  });
  const answered = result['2xx'];
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${list.path}: ${result.non2xx} refusals and ${result.errors} errors from ${server.url}`);
  }
  if (answered === 0 && seconds < 60) return paceOf(list, server, seconds * 3);
  const { p50, p99 } = result.latency;
  return {
    requestsPerSecond: answered / result.duration,
    p50,
    p99,
    cpu: ((await server.cpu()) - before) / answered,
  };
}

const medianPace = (paces: readonly Pace[]): Pace => ({
  requestsPerSecond: median(paces.map((pace) => pace.requestsPerSecond)),
  p50: median(paces.map((pace) => pace.p50)),
  p99: median(paces.map((pace) => pace.p99)),
  cpu: median(paces.map((pace) => pace.cpu)),
});

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
