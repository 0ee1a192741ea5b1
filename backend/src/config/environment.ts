import { templateSources } from '@sunledger/shared-types';
import * as z from 'zod';

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1', 'true', 'false', 'on', 'off'], '应为 1 或 0 / use 1 or 0')
    .optional()
    .transform((text) => (text === undefined ? fallback : ['1', 'true', 'on'].includes(text)));

const maybeFlag = z
  .enum(['0', '1', 'true', 'false', 'on', 'off'], '应为 1 或 0 / use 1 or 0')
  .optional()
  .transform((text) => (text === undefined ? undefined : ['1', 'true', 'on'].includes(text)));

/** How many proxies of our own stand in front, or `on`: the whole header is believed. */
const proxies = z
  .string()
  .regex(/^(?:[0-9]|true|false|on|off)$/, '应为前面代理的层数，如 1 / the number of proxies in front')
  .optional()
  .transform((text): number | boolean => {
    if (text === 'true' || text === 'on') return true;
    return Number(text) > 0 ? Number(text) : false;
  });

const whole = (fallback: number, least: number, most: number) =>
  z.coerce
    .number(`应为 ${least} 到 ${most} 的整数 / an integer from ${least} to ${most}`)
    .int(`应为整数 / an integer`)
    .min(least, `至少 ${least} / at least ${least}`)
    .max(most, `最多 ${most} / at most ${most}`)
    .default(fallback);

const secret = z.string().min(32, '至少 32 个字符 / 32 characters or more').optional();

function isMysqlUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ['mysql:', 'mariadb:'].includes(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
}

function isWebUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const webUrl = z.string().refine(isWebUrl, '应为 http(s) 网址 / an http(s) address');

/** The templates that the console gave, by what they are for: `{"answered":{"id":"…","fields":{"thing1":"text"}}}`. */
const templates = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      context.addIssue({ code: 'custom', message: '应为 JSON / not JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.partialRecord(
      z.enum(['answered', 'question', 'staff'], '用途应为 answered、question 或 staff'),
      z.object({
        id: z.string().min(10, '模板编号不对 / no template id'),
        fields: z.record(
          z.string().regex(/^[a-z_]+\d+$/, '字段如 thing1 / a key such as thing1'),
          z.enum(templateSources, `字段来源应为 ${templateSources.join('、')}`),
        ),
      }),
    ),
  );

/** Every variable the server reads; `.env.example` explains them. */
export const environmentSchema = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z
    .string()
    .refine(isMysqlUrl, '应为 mysql://用户:密码@主机:端口/库名 / use mysql://user:pass@host:port/db')
    .optional(),
  MYSQL_ADDRESS: z
    .string()
    .regex(/^[^:]+(:\d+)?$/, '应为 主机:端口 / use host:port')
    .optional(),
  MYSQL_USERNAME: z.string().optional(),
  MYSQL_PASSWORD: z.string().optional(),
  MYSQL_DATABASE: z.string().default('sunledger'),
  DATABASE_POOL: whole(10, 1, 500),
  DATA_DIR: z.string().default('.data'),
  PORT: whole(3000, 0, 65535),
  PUBLIC_URL: webUrl.optional(),
  SESSION_SECRET: secret,
  FIELD_KEY: secret,
  CHAIN_KEY: secret,
  TICK_SECRET: secret,
  DEMO: maybeFlag,
  DEMO_NOW: z
    .string()
    .refine(
      (text) => /T.*(Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
      '应为带时区的时刻，如 2026-02-13T17:45:00+08:00 / an ISO instant with its zone',
    )
    .optional(),
  TRUST_PROXY: proxies,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], '应为 error、warn、info 或 debug')
    .optional(),
  RATE_READS_PER_MINUTE: whole(6000, 0, 1_000_000),
  RATE_WRITES_PER_MINUTE: whole(120, 0, 1_000_000),
  RATE_SIGN_INS_PER_MINUTE: whole(120, 0, 1_000_000),
  RUN_WORKER: flag(true),
  H5_DIR: z.string().optional(),
  S3_ENDPOINT: webUrl.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, '应为桶名 / a bucket name')
    .optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_PATH_STYLE: flag(false),
  CLAMAV_ADDRESS: z
    .string()
    .regex(/^[^:]+:\d+$/, '应为 主机:端口 / use host:port')
    .optional(),
  SCAN_COMMAND: z.string().optional(),
  WECHAT_APPID: z.string().optional(),
  WECHAT_SECRET: z.string().optional(),
  WECHAT_API_BASE: webUrl.default('https://api.weixin.qq.com'),
  WECHAT_CLOUD: flag(false),
  /** Given by 微信云托管 itself: the environment whose storage holds what people upload. */
  CBR_ENV_ID: z.string().optional(),
  WECHAT_TIMEOUT_MS: whole(5000, 100, 15_000),
  WECHAT_STATE: z.enum(['developer', 'trial', 'formal'], '应为 developer、trial 或 formal').default('formal'),
  WECHAT_PUSH_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/, '3 到 32 个字母或数字 / 3 to 32 letters or digits')
    .optional(),
  WECHAT_PUSH_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, '应为 43 位 EncodingAESKey / the 43 characters of EncodingAESKey')
    .optional(),
  WECHAT_TEMPLATES: templates.optional(),
  SMS_WEBHOOK_URL: webUrl.optional(),
  SMS_WEBHOOK_SECRET: secret,
  ROBOT_HOSTS: z.string().default('qyapi.weixin.qq.com,oapi.dingtalk.com'),
});

export type Environment = z.output<typeof environmentSchema>;
