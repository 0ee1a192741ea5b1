import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { startApp, type TestApp } from '../support/app';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const LARGE = 3 * 1024 * 1024;

describe('a large body is read only of those who may send it', () => {
  let app: TestApp;
  let ledger: Ledger;
  let open: ClientRequest[] = [];

  beforeAll(async () => {
    app = await startApp();
    ledger = await givenLedger(app);
  });

  afterEach(() => {
    for (const call of open) call.destroy();
    open = [];
  });
  afterAll(() => app.stop());

  /** The head of a request only: whatever answers it has not waited for a body. */
  const head = (headers: Record<string, string>): ClientRequest => {
    const call = request(`${app.url}/api/v1/imports/1`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
    });
    call.on('error', () => undefined);
    call.flushHeaders();
    open.push(call);
    return call;
  };
  const answerOf = async (call: ClientRequest): Promise<[number, string, string | undefined]> => {
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const { code } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { code: string };
    return [response.statusCode ?? 0, code, response.headers.connection];
  };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const length = { 'content-length': String(LARGE) };
  const chunked = { 'transfer-encoding': 'chunked' };

  it.each([
    ['announced', length],
    ['in chunks of which nobody knows the number', chunked],
  ])('%s: nobody, a forged token and a citizen are refused at the head', async (_, size) => {
    const citizen = await app.given.person();
    expect(await answerOf(head(size))).toEqual([401, 'SIGN_IN_REQUIRED', 'close']);
    expect(await answerOf(head({ ...size, ...bearer('forged') }))).toEqual([401, 'TOKEN_EXPIRED', 'close']);
    expect(await answerOf(head({ ...size, ...bearer(citizen.accessToken) }))).toEqual([
      403,
      'ROLE_REQUIRED',
      'close',
    ]);
  });

  it('the office too is refused at the head what is too large for anybody', async () => {
    const office = bearer(ledger.office.accessToken);
    const call = head({ ...office, 'content-length': String(5 * 1024 * 1024) });
    expect(await answerOf(call)).toEqual([413, 'BODY_TOO_LARGE', 'close']);
  });

  it('the office is heard out', async () => {
    const call = head({ ...length, ...bearer(ledger.office.accessToken) });
    const body = `{"x":"${'x'.repeat(LARGE - 8)}"}`;
    call.end(body);
    const [status, code] = await answerOf(call);
    expect([status, code]).toEqual([404, 'IMPORT_NOT_FOUND']);
  });

  it('a small body is refused by the guard as ever', async () => {
    const response = await app.api.raw('/api/v1/imports/1', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      401,
      'SIGN_IN_REQUIRED',
    ]);
  });
});
