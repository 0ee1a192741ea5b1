import { lookup } from 'node:dns/promises';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';

/** `refused`: an address that we do not open, whoever asks. */
export type LinkState = 'alive' | 'unreachable' | 'refused';

export interface LinkResult {
  readonly state: LinkState;
  readonly httpStatus: number | null;
}

export interface LinkAccess {
  /** Every address of a host; a name that resolves to nothing throws. */
  resolve(host: string): Promise<readonly string[]>;
  isOpen(address: string): boolean;
  /** Ports that pages stand on. */
  readonly ports: readonly number[];
  readonly timeoutMs: number;
}

const PUBLIC: LinkAccess = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isOpen: isPublicAddress,
  ports: [80, 443, 8080, 8443],
  timeoutMs: 8000,
};

const MOST_REDIRECTS = 4;
/** Servers that answer a HEAD with these often answer the GET of a browser. */
const HEAD_NOT_LIKED = [400, 403, 404, 405, 406, 500, 501];

/**
 * Whether a page can be opened from the public internet. Every hop is resolved first and the connection goes
 * to the address that was looked at, so that neither a name, a redirect nor a second answer of the resolver
 * leads into our own network. No body is read.
 */
export async function checkLink(url: string, access: LinkAccess = PUBLIC): Promise<LinkResult> {
  let at = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const answer = await openOnce(at, access);
    if ('state' in answer) return answer;
    if (answer.location === null) return verdict(answer.status);
    const next = URL.canParse(answer.location, at) ? new URL(answer.location, at).href : null;
    if (next === null) return { state: 'unreachable', httpStatus: answer.status };
    at = next;
  }
  return { state: 'unreachable', httpStatus: null };
}

const verdict = (status: number): LinkResult => ({
  state: status >= 200 && status < 400 ? 'alive' : 'unreachable',
  httpStatus: status,
});

const REFUSED: LinkResult = { state: 'refused', httpStatus: null };
const UNREACHABLE: LinkResult = { state: 'unreachable', httpStatus: null };

interface Answer {
  status: number;
  location: string | null;
}

async function openOnce(at: string, access: LinkAccess): Promise<Answer | LinkResult> {
  if (!URL.canParse(at)) return REFUSED;
  const url = new URL(at);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const odd = url.username !== '' || url.password !== '';
  if (!/^https?:$/.test(url.protocol) || odd || !access.ports.includes(port)) return REFUSED;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolved(host, access);
  const [address] = addresses;
  if (address === undefined) return UNREACHABLE;
  if (addresses.some((each) => !access.isOpen(each))) return REFUSED;
  try {
    const head = await ask(url, 'HEAD', address, port, access.timeoutMs);
    return HEAD_NOT_LIKED.includes(head.status)
      ? await ask(url, 'GET', address, port, access.timeoutMs)
      : head;
  } catch (error) {
    if (error instanceof Error) return UNREACHABLE;
    throw error;
  }
}

async function resolved(host: string, access: LinkAccess): Promise<readonly string[]> {
  try {
    return await access.resolve(host);
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}

function ask(url: URL, method: string, address: string, port: number, timeoutMs: number): Promise<Answer> {
  const secure = url.protocol === 'https:';
  const request = secure ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: address,
        port,
        method,
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, 'user-agent': 'Sunledger-LinkCheck/1.0', accept: '*/*' },
        ...(secure && !isIP(url.hostname) ? { servername: url.hostname } : {}),
        agent: false,
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        const redirects = status >= 300 && status < 400 && status !== 304;
        resolve({ status, location: redirects ? (answer.headers.location ?? null) : null });
        answer.destroy();
      },
    );
    // One limit for the whole answer: a server that drips bytes does not hold us.
    const timer = setTimeout(() => call.destroy(new Error('timeout')), timeoutMs);
    call.on('error', reject);
    call.on('close', () => clearTimeout(timer));
    call.end();
  });
}
