import { connect } from 'node:net';
import { allEndpoints, endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';

const json = { 'content-type': 'application/json' };

describe('the outer HTTP', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    await app.given.region();
  });

  afterAll(() => app.stop());

  const refusal = async (path: string, init: RequestInit = {}) => {
    const response = await app.api.raw(path, init);
    const body = (await response.json()) as { code: string; message: string; requestId: string };
    expect(body.message).toMatch(/[一-鿿]/);
    expect(response.headers.get('x-request-id')).toBe(body.requestId);
    return [response.status, body.code];
  };
  const post = (body: string, headers: Record<string, string> = json): RequestInit => ({
    method: 'POST',
    headers,
    body,
  });

  it('refuses a broken body, a huge one, a strange one and an unknown address each with its code', async () => {
    const address = '/api/v1/auth/demo';
    expect(await refusal(address, post('{"persona":'))).toEqual([400, 'MALFORMED_REQUEST']);
    expect(await refusal(address, post('[]'))).toEqual([400, 'MALFORMED_REQUEST']);
    expect(await refusal(address, post('{"__proto__":{"x":1}}'))).toEqual([400, 'MALFORMED_REQUEST']);
    expect(await refusal(address, post(`{"x":"${'x'.repeat(300_000)}"}`))).toEqual([413, 'BODY_TOO_LARGE']);
    expect(await refusal(address, post('<x/>', { 'content-type': 'text/xml' }))).toEqual([
      415,
      'UNSUPPORTED_MEDIA',
    ]);
    expect(await refusal(address, post(''))).toEqual([422, 'INVALID_INPUT']);
    expect(await refusal('/api/v1/nothing/here')).toEqual([404, 'NOT_FOUND']);
    expect(await refusal('/api/v1/regions', { method: 'DELETE' })).toEqual([404, 'NOT_FOUND']);
    expect(await refusal('/api/v1/regions?limit=500')).toEqual([422, 'INVALID_INPUT']);
    expect(await refusal('/api/v1/regions/%E0%A4%A')).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('answers what is no HTTP at all in Chinese too', async () => {
    const { hostname, port } = new URL(app.api.url);
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write('GET /api/v1/tasks?q=补贴 HTTP/1.1\r\nHost: x\r\n\r\n'),
      );
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => (text += part));
      socket.on('end', () => resolve(text)).on('error', reject);
    });
    expect(said).toContain('HTTP/1.1 400 ');
    expect(JSON.parse(said.slice(said.indexOf('{')))).toMatchObject({
      code: 'MALFORMED_REQUEST',
      message: '请求格式不正确，请刷新后重试。',
    });
  });

  it('names the field of a bad input', async () => {
    const response = await app.api.raw('/api/v1/regions?limit=abc');
    expect(await response.json()).toMatchObject({
      code: 'INVALID_INPUT',
      details: [{ field: 'limit', message: '每页条数应为 1 到 100 的整数' }],
    });
  });

  it('answers a repeated public read with 304 while nothing changed', async () => {
    const first = await app.api.call(endpoints.region.get, { code: 'yunxi' });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    expect(first.headers.get('vary')).toContain('Authorization');
    for (const given of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
      const again = await app.api.call(endpoints.region.get, { code: 'yunxi' }, { etag: given });
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, null, etag]);
    }
    app.clock.advance(24 * 3600_000);
    const changed = await app.api.call(endpoints.region.get, { code: 'yunxi' }, { etag });
    expect(changed.status).toBe(200);
  });

  it('compresses long answers and keeps their ETag', async () => {
    const plain = await app.api.raw('/api/v1/openapi.json', { headers: { 'accept-encoding': 'identity' } });
    const packed = await app.api.raw('/api/v1/openapi.json', { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe(await plain.text());
  });

  it('takes over a request id that looks like one', async () => {
    const given = await app.api.raw('/healthz', { headers: { 'x-request-id': 'gateway-12345678' } });
    expect(given.headers.get('x-request-id')).toBe('gateway-12345678');
    const forged = await app.api.raw('/healthz', { headers: { 'x-request-id': '<script>' } });
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('describes every endpoint as OpenAPI 3.1', async () => {
    const document = (await (await app.api.raw('/api/v1/openapi.json')).json()) as {
      openapi: string;
      paths: Record<
        string,
        Record<string, { parameters: { name: string; in: string }[]; responses: object }>
      >;
    };
    expect(document.openapi).toBe('3.1.0');
    const count = Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length;
    expect(count).toBe(allEndpoints.length);
    const units = document.paths['/api/v1/regions/{code}/units']?.get;
    expect(units?.parameters.map((each) => [each.name, each.in])).toEqual([
      ['code', 'path'],
      ['limit', 'query'],
      ['cursor', 'query'],
    ]);
  });

  it('shows the documentation without another origin or an inline script', async () => {
    const page = await app.api.raw('/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\/|<script>/);
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const part = await app.api.raw(address ?? '');
      expect([address, part.status, (await part.text()) === '']).toEqual([address, 200, false]);
    }
    expect((await app.api.raw('/api/docs/files/package.json')).status).toBe(404);
  });

  it('says that it lives, that it is ready, and what it measured', async () => {
    expect(await (await app.api.raw('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await app.api.raw('/readyz')).json()).toMatchObject({
      status: 'ok',
      migrations: 'current',
    });
    const metrics = await (await app.api.raw('/metrics')).text();
    expect(metrics).toContain(
      'http_request_duration_seconds_count{method="GET",route="/api/v1/regions/:code",status="200"}',
    );
  });
});

describe('the limits', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ environment: { RATE_READS_PER_MINUTE: '5', RATE_SIGN_INS_PER_MINUTE: '2' } });
  });

  afterAll(() => app.stop());

  it('stop a runaway client with the seconds to wait, and count people apart from addresses', async () => {
    const person = await app.given.person();
    const read = (as?: typeof person) => app.api.call(endpoints.region.list, {}, as ? { as } : {});
    for (let i = 0; i < 5; i += 1) expect((await read()).status).toBe(200);
    const refused = await read();
    expect([refused.status, refused.error.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.error.message).toContain(`${refused.headers.get('retry-after')} 秒`);
    expect((await read(person)).status).toBe(200);
    const signIn = () => app.api.call(endpoints.account.signInDemo, { persona: 'citizen' });
    expect([(await signIn()).status, (await signIn()).status, (await signIn()).status]).toEqual([
      404, 404, 429,
    ]);
  });
});

describe('behind a proxy of our own', () => {
  it('whoever writes other addresses before the own one is counted as the one that the proxy saw', async () => {
    const app = await startApp({ environment: { TRUST_PROXY: '1', RATE_READS_PER_MINUTE: '2' } });
    try {
      const readFrom = async (forwarded: string): Promise<number> =>
        (await app.api.raw('/api/v1/regions', { headers: { 'x-forwarded-for': forwarded } })).status;
      const forged = ['198.51.100.7', '203.0.113.1, 198.51.100.7', '203.0.113.2, 198.51.100.7'];
      const statuses = [];
      for (const header of forged) statuses.push(await readFrom(header));
      expect(statuses).toEqual([200, 200, 429]);
      expect(await readFrom('198.51.100.8')).toBe(200);
    } finally {
      await app.stop();
    }
  });
});

describe('when the database is gone', () => {
  it('answers 503 in Chinese and leaks nothing', async () => {
    const app = await startApp();
    try {
      await app.database.close();
      const answer = await app.api.call(endpoints.region.list, {});
      expect([answer.status, Object.keys(answer.error)]).toEqual([503, ['code', 'message', 'requestId']]);
      expect(answer.error.code).toBe('UNAVAILABLE');
      expect((await app.api.raw('/readyz')).status).toBe(503);
      expect((await app.api.raw('/healthz')).status).toBe(200);
    } finally {
      await app.stop();
    }
  });
});
