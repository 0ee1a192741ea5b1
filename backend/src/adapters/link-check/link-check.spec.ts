import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkLink, type LinkAccess } from './check-link';
import { isPublicAddress } from './public-address';

describe('public addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::1',
    '2001:db8::1',
    'ff02::1',
    'not an address',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2400:3200::1'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe('opening a link', () => {
  let server: Server;
  let base = '';
  let access: LinkAccess;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, answer) => {
      const path = request.url ?? '';
      asked.push(`${request.method} ${request.headers.host} ${path}`);
      if (path === '/gone') answer.statusCode = 404;
      if (path === '/no-head' && request.method === 'HEAD') answer.statusCode = 405;
      if (path === '/moved') answer.writeHead(302, { location: '/page' });
      if (path === '/inside') answer.writeHead(302, { location: 'http://10.0.0.1/secret' });
      if (path === '/file') answer.writeHead(302, { location: 'file:///etc/passwd' });
      if (path === '/loop') answer.writeHead(302, { location: '/loop' });
      if (path !== '/slow') answer.end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    base = `http://www.example.gov.cn:${port}`;
    access = {
      resolve: (host) =>
        host === 'www.example.gov.cn'
          ? Promise.resolve(['127.0.0.1'])
          : Promise.reject(new Error('ENOTFOUND')),
      isOpen: (address) => address === '127.0.0.1',
      ports: [80, port],
      timeoutMs: 200,
    };
  });

  afterAll(() => new Promise((done) => server.close(done)));

  const stateOf = async (url: string) => (await checkLink(url, access)).state;

  it('is alive when a page answers, also after a redirect or by GET only', async () => {
    expect(await checkLink(`${base}/page`, access)).toEqual({ state: 'alive', httpStatus: 200 });
    expect(await stateOf(`${base}/moved`)).toBe('alive');
    expect(await stateOf(`${base}/no-head`)).toBe('alive');
    expect(asked).toContain(`HEAD ${new URL(base).host} /page`);
  });

  it('is unreachable when the page is gone, silent, in a loop, or of no name', async () => {
    expect(await checkLink(`${base}/gone`, access)).toEqual({ state: 'unreachable', httpStatus: 404 });
    expect(await stateOf(`${base}/slow`)).toBe('unreachable');
    expect(await stateOf(`${base}/loop`)).toBe('unreachable');
    expect(await stateOf('http://no.such.name/')).toBe('unreachable');
  });

  it('is refused when it leads into a private network, to another port or scheme, or carries a password', async () => {
    const before = asked.length;
    expect(await stateOf('http://10.0.0.1/')).toBe('refused');
    expect(await stateOf('http://2130706434/')).toBe('refused');
    expect(await stateOf('http://www.example.gov.cn:22/')).toBe('refused');
    expect(await stateOf('ftp://www.example.gov.cn/')).toBe('refused');
    expect(await stateOf(base.replace('//', '//admin:pass@'))).toBe('refused');
    expect(asked).toHaveLength(before);
    expect(await stateOf(`${base}/inside`)).toBe('refused');
    expect(await stateOf(`${base}/file`)).toBe('refused');
  });

  it('is refused when one of the addresses of its name is private', async () => {
    const mixed = { ...access, resolve: () => Promise.resolve(['127.0.0.1', '192.168.0.9']) };
    expect((await checkLink(`${base}/page`, mixed)).state).toBe('refused');
  });
});
