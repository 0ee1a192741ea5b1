import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { environmentSchema, type Environment } from './environment';

/** A variable has a bad value; the message names it in Chinese and English. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`环境变量有误 bad environment: ${problems.join('; ')}`);
    this.name = 'ConfigError';
  }
}

/** Where the ledger is stored: the embedded file (one server process) or MySQL/MariaDB (any number). */
export type DatabaseOptions =
  | { readonly kind: 'embedded'; readonly file: string }
  | {
      readonly kind: 'mysql';
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
      readonly poolSize: number;
    };

/** Where attachments lie: a folder of this machine, or a bucket with the S3 protocol (COS, OSS, MinIO). */
export type StoreOptions =
  | { readonly kind: 'disk'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly endpoint: string;
      readonly region: string;
      readonly bucket: string;
      readonly accessKey: string;
      readonly secretKey: string;
      /** The bucket stands in the path (MinIO) and not in the host name (COS, OSS). */
      readonly pathStyle: boolean;
    };

/** Who looks at uploads for malware. */
export type ScanOptions =
  | { readonly kind: 'none' }
  | { readonly kind: 'clamav'; readonly host: string; readonly port: number }
  | { readonly kind: 'command'; readonly command: string };

export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** The address that people use; null = what the request says. */
  readonly publicUrl: string | null;
  readonly database: DatabaseOptions;
  readonly dataDir: string;
  readonly store: StoreOptions;
  readonly scan: ScanOptions;
  /** Signs the addresses of attachments. */
  readonly addressKey: Buffer;
  readonly demo: boolean;
  /** Where the business clock starts; null = the real time. */
  readonly demoNow: Date | null;
  readonly sessionSecret: Buffer;
  readonly fieldKey: Buffer;
  /** The key of the message chains; kept outside the database. */
  readonly chainKey: Buffer;
  /** Signs the ticks of a platform's timer; null = no such door. */
  readonly tickKey: Buffer | null;
  /**
   * Proxies of our own in front, each of which appends whom it saw to X-Forwarded-For; what stands before those
   * was written by the client. True where a gateway writes the header anew.
   */
  readonly trustProxy: number | boolean;
  readonly logLevel: NonNullable<Environment['LOG_LEVEL']>;
  /** Requests per minute; 0 = no limit. */
  readonly rates: { readonly reads: number; readonly writes: number; readonly signIns: number };
  readonly runWorker: boolean;
  readonly h5Dir: string;
  /** What an operator should mend, though it does not stop the start. */
  readonly warnings: readonly string[];
  readonly wechat: {
    readonly appId: string | null;
    readonly secret: string | null;
    readonly apiBase: string;
    /** On 微信云托管, with public access closed: the headers of the gateway tell who calls. */
    readonly cloud: boolean;
    /** The cloud's own name of this environment; null elsewhere. */
    readonly cloudEnv: string | null;
    readonly timeoutMs: number;
    readonly state: Environment['WECHAT_STATE'];
    readonly pushToken: string | null;
    readonly pushKey: string | null;
    readonly templates: NonNullable<Environment['WECHAT_TEMPLATES']>;
  };
  readonly sms: { readonly url: string; readonly secret: string } | null;
  /** Hosts to which a region may have its group robot. */
  readonly robotHosts: readonly string[];
}

export const CONFIG = Symbol('CONFIG');

/** Reads and checks the environment; throws ConfigError with every problem at once. */
export function loadConfig(source: NodeJS.ProcessEnv): Config {
  // An empty variable is what a compose file gives for an unset one.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const environment = parsed.data;
  const problems = crossChecks(environment);
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(assemble(environment));
}

function crossChecks(environment: Environment): string[] {
  const production = environment.NODE_ENV === 'production';
  const problems: string[] = [];
  if (production) {
    if (environment.DEMO)
      problems.push('DEMO: 生产环境不能打开演示 / must not be on with NODE_ENV=production');
    if (!environment.SESSION_SECRET) {
      problems.push(
        'SESSION_SECRET: 生产环境必填，至少 32 个字符 / required in production, 32 characters or more',
      );
    }
  }
  const cloud = [environment.MYSQL_ADDRESS, environment.MYSQL_USERNAME];
  if (!environment.DATABASE_URL && cloud.some(Boolean) && !cloud.every(Boolean)) {
    problems.push('MYSQL_ADDRESS, MYSQL_USERNAME: 需要同时设置 / set both');
  }
  problems.push(...wechatChecks(environment));
  const bucket = [
    environment.S3_ENDPOINT,
    environment.S3_BUCKET,
    environment.S3_ACCESS_KEY,
    environment.S3_SECRET_KEY,
  ];
  if (bucket.some(Boolean) && !bucket.every(Boolean)) {
    problems.push('S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY: 需要同时设置 / set all four');
  }
  if (environment.CLAMAV_ADDRESS && environment.SCAN_COMMAND) {
    problems.push('CLAMAV_ADDRESS, SCAN_COMMAND: 只能设置一个 / set one of them');
  }
  if (environment.DEMO_NOW && !demoOf(environment)) {
    problems.push('DEMO_NOW: 只在演示（DEMO=1）时有效 / only with DEMO on');
  }
  return problems;
}

function wechatChecks(environment: Environment): string[] {
  const problems: string[] = [];
  if (environment.WECHAT_APPID && !environment.WECHAT_SECRET && !environment.WECHAT_CLOUD)
    problems.push('WECHAT_SECRET: 设置了 WECHAT_APPID 时必填（云托管除外） / required with WECHAT_APPID');
  if (environment.WECHAT_PUSH_TOKEN && !(environment.WECHAT_PUSH_KEY && environment.WECHAT_APPID))
    problems.push(
      'WECHAT_PUSH_KEY: 消息推送只支持安全模式，需要密钥和 WECHAT_APPID / the push needs its key',
    );
  // Anybody can send x-wx-openid to a public address; only callContainer's gateway vouches for it.
  if (environment.WECHAT_CLOUD && environment.PUBLIC_URL)
    problems.push(
      'WECHAT_CLOUD: 有公网地址（PUBLIC_URL）时不能信任微信请求头 / not together with PUBLIC_URL',
    );
  if (Boolean(environment.SMS_WEBHOOK_URL) !== Boolean(environment.SMS_WEBHOOK_SECRET))
    problems.push('SMS_WEBHOOK_URL, SMS_WEBHOOK_SECRET: 需要同时设置 / set both');
  return problems;
}

/** On by itself for the embedded database outside production; a DATABASE_URL wants DEMO=1 besides. */
function demoOf(environment: Environment): boolean {
  if (environment.DEMO !== undefined) return environment.DEMO;
  return environment.NODE_ENV !== 'production' && !environment.DATABASE_URL && !environment.MYSQL_ADDRESS;
}

function assemble(environment: Environment): Config {
  const dataDir = resolve(environment.DATA_DIR);
  return {
    production: environment.NODE_ENV === 'production',
    port: environment.PORT,
    publicUrl: environment.PUBLIC_URL ?? null,
    database: databaseOf(environment, dataDir),
    dataDir,
    store: storeOf(environment, dataDir),
    scan: scanOf(environment),
    addressKey: keyOf(environment.SESSION_SECRET, 'address'),
    demo: demoOf(environment),
    demoNow: environment.DEMO_NOW ? new Date(environment.DEMO_NOW) : null,
    sessionSecret: keyOf(environment.SESSION_SECRET, 'session'),
    fieldKey: keyOf(environment.FIELD_KEY ?? environment.SESSION_SECRET, 'field'),
    chainKey: keyOf(environment.CHAIN_KEY ?? environment.SESSION_SECRET, 'chain'),
    tickKey: environment.TICK_SECRET ? Buffer.from(environment.TICK_SECRET) : null,
    warnings: warningsOf(environment),
    trustProxy: environment.TRUST_PROXY,
    // A person at a terminal wants the address, not a line per request.
    logLevel: environment.LOG_LEVEL ?? (environment.NODE_ENV === 'production' ? 'info' : 'warn'),
    rates: {
      reads: environment.RATE_READS_PER_MINUTE,
      writes: environment.RATE_WRITES_PER_MINUTE,
      signIns: environment.RATE_SIGN_INS_PER_MINUTE,
    },
    runWorker: environment.RUN_WORKER,
    h5Dir: resolve(environment.H5_DIR ?? resolve(__dirname, '../../../miniapp/dist/h5')),
    wechat: {
      appId: environment.WECHAT_APPID ?? null,
      secret: environment.WECHAT_SECRET ?? null,
      apiBase: environment.WECHAT_API_BASE,
      cloud: environment.WECHAT_CLOUD,
      cloudEnv: environment.CBR_ENV_ID ?? null,
      timeoutMs: environment.WECHAT_TIMEOUT_MS,
      state: environment.WECHAT_STATE,
      pushToken: environment.WECHAT_PUSH_TOKEN ?? null,
      pushKey: environment.WECHAT_PUSH_KEY ?? null,
      templates: environment.WECHAT_TEMPLATES ?? {},
    },
    sms:
      environment.SMS_WEBHOOK_URL && environment.SMS_WEBHOOK_SECRET
        ? { url: environment.SMS_WEBHOOK_URL, secret: environment.SMS_WEBHOOK_SECRET }
        : null,
    robotHosts: environment.ROBOT_HOSTS.split(',').map((host) => host.trim()),
  };
}

function storeOf(environment: Environment, dataDir: string): StoreOptions {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY } = environment;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) {
    return { kind: 'disk', folder: resolve(dataDir, 'files') };
  }
  return {
    kind: 's3',
    endpoint: S3_ENDPOINT,
    region: environment.S3_REGION,
    bucket: S3_BUCKET,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
    pathStyle: environment.S3_PATH_STYLE,
  };
}

function scanOf({ CLAMAV_ADDRESS, SCAN_COMMAND }: Environment): ScanOptions {
  if (SCAN_COMMAND) return { kind: 'command', command: SCAN_COMMAND };
  if (!CLAMAV_ADDRESS) return { kind: 'none' };
  const [host = '', port] = CLAMAV_ADDRESS.split(':');
  return { kind: 'clamav', host, port: Number(port) };
}

function warningsOf(environment: Environment): string[] {
  if (environment.NODE_ENV !== 'production') return [];
  return (['FIELD_KEY', 'CHAIN_KEY'] as const)
    .filter((name) => !environment[name])
    .map(
      (name) =>
        `${name}: 未设置，暂由 SESSION_SECRET 推出，更换后者会使旧数据无法核对 / unset, derived from SESSION_SECRET`,
    );
}

/** 32 bytes of a secret; outside production a fixed one, so that a restart keeps sessions and chains. */
function keyOf(secret: string | undefined, purpose: string): Buffer {
  return createHash('sha256')
    .update(`${purpose}:${secret ?? 'sunledger development only'}`)
    .digest();
}

function databaseOf(environment: Environment, dataDir: string): DatabaseOptions {
  const poolSize = environment.DATABASE_POOL;
  if (environment.DATABASE_URL) {
    const url = new URL(environment.DATABASE_URL);
    return {
      kind: 'mysql',
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || 3306),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: decodeURIComponent(url.pathname.slice(1)),
      poolSize,
    };
  }
  if (environment.MYSQL_ADDRESS) {
    const [host = '', port] = environment.MYSQL_ADDRESS.split(':');
    return {
      kind: 'mysql',
      host,
      port: Number(port ?? 3306),
      user: environment.MYSQL_USERNAME ?? '',
      password: environment.MYSQL_PASSWORD ?? '',
      database: environment.MYSQL_DATABASE,
      poolSize,
    };
  }
  return { kind: 'embedded', file: resolve(dataDir, 'sunledger.db') };
}
