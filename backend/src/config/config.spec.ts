import { ConfigError, loadConfig } from './config';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'mysql://u:p@db:3306/ledger',
  SESSION_SECRET: 'x'.repeat(32),
};

describe('the environment', () => {
  it('needs nothing for a first try: embedded database, demo on, port 3000', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({ port: 3000, demo: true, demoNow: null, production: false });
    expect(config.database).toMatchObject({
      kind: 'embedded',
      file: expect.stringMatching(/\.data\/sunledger\.db$/),
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes empty variables for unset ones', () => {
    expect(loadConfig({ DATABASE_URL: '', PORT: '', DEMO_NOW: '' }).port).toBe(3000);
  });

  it('reads DATABASE_URL with escaped characters', () => {
    expect(loadConfig({ DATABASE_URL: 'mysql://a%40b:p%3Aq@[::1]:3307/l' }).database).toEqual({
      kind: 'mysql',
      host: '::1',
      port: 3307,
      user: 'a@b',
      password: 'p:q',
      database: 'l',
      poolSize: 10,
    });
  });

  it('reads the variables of 微信云托管', () => {
    const config = loadConfig({
      MYSQL_ADDRESS: '10.0.0.1:3306',
      MYSQL_USERNAME: 'root',
      MYSQL_PASSWORD: 'p',
    });
    expect(config.database).toMatchObject({
      host: '10.0.0.1',
      user: 'root',
      password: 'p',
      database: 'sunledger',
    });
    expect(config.demo).toBe(false);
  });

  it('gives a DATABASE_URL the demo only with DEMO=1', () => {
    const DATABASE_URL = 'mysql://u:p@h/d';
    expect([loadConfig({ DATABASE_URL }).demo, loadConfig({ DATABASE_URL, DEMO: '1' }).demo]).toEqual([
      false,
      true,
    ]);
  });

  it('derives different keys from one secret and says so in production', () => {
    const config = loadConfig(production);
    expect(config.warnings).toEqual([
      expect.stringContaining('FIELD_KEY'),
      expect.stringContaining('CHAIN_KEY'),
    ]);
    const keys = [config.sessionSecret, config.fieldKey, config.chainKey].map((key) => key.toString('hex'));
    expect(new Set(keys).size).toBe(3);
    expect(
      loadConfig({ ...production, FIELD_KEY: 'f'.repeat(32), CHAIN_KEY: 'c'.repeat(32) }).warnings,
    ).toEqual([]);
  });

  it.each([
    [{ PORT: 'x' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'postgres://u:p@h/d' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'mysql://u:p@h' }, 'DATABASE_URL'],
    [{ DEMO: 'yes please' }, 'DEMO'],
    [{ DEMO_NOW: '2026-02-13' }, 'DEMO_NOW'],
    [{ DEMO_NOW: '2026-02-13T17:45:00' }, 'DEMO_NOW'],
    [{ DEMO_NOW: '2026-02-13T17:45:00+08:00', DEMO: '0' }, 'DEMO_NOW'],
    [{ PUBLIC_URL: 'ledger.example.gov.cn' }, 'PUBLIC_URL'],
    [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET'],
    [{ MYSQL_ADDRESS: '10.0.0.1' }, 'MYSQL_USERNAME'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ WECHAT_APPID: 'wx1' }, 'WECHAT_SECRET'],
    [{ WECHAT_PUSH_TOKEN: 'abc', WECHAT_APPID: 'wx1', WECHAT_SECRET: 's' }, 'WECHAT_PUSH_KEY'],
    [{ WECHAT_PUSH_KEY: 'short' }, 'WECHAT_PUSH_KEY'],
    [{ WECHAT_CLOUD: '1', PUBLIC_URL: 'https://ledger.example.gov.cn' }, 'WECHAT_CLOUD'],
    [{ WECHAT_TEMPLATES: '{"answered"' }, 'WECHAT_TEMPLATES'],
    [
      { WECHAT_TEMPLATES: '{"answered":{"id":"0123456789","fields":{"thing1":"phone"}}}' },
      'WECHAT_TEMPLATES',
    ],
    [{ SMS_WEBHOOK_URL: 'https://sms.example.gov.cn' }, 'SMS_WEBHOOK_SECRET'],
    [{ ...production, SESSION_SECRET: '' }, 'SESSION_SECRET'],
    [{ ...production, DEMO: '1' }, 'DEMO'],
  ])('refuses %j and names the variable in one line', (environment, name) => {
    const load = () => loadConfig(environment);
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(name);
    expect(load).toThrow(/^[^\n]*[一-鿿][^\n]*$/);
  });

  it('names every bad variable at once', () => {
    expect(() => loadConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*LOG_LEVEL/);
  });
});
