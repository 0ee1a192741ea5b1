import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, 'backend/deploy', file), 'utf8');

interface Step {
  readonly word: string;
  readonly rest: string;
}

/** The instructions of a Dockerfile, continued lines joined, without comments. */
const stepsOf = (text: string): Step[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
      return word === '' ? [] : [{ word, rest }];
    });

describe('the image', () => {
  const steps = stepsOf(read('Dockerfile'));
  const lastFrom = steps.findLastIndex((step) => step.word === 'FROM');
  const final = steps.slice(lastFrom + 1);
  const of = (word: string, among = steps) => among.filter((step) => step.word === word);

  it('is built in stages, from fixed and slim bases', () => {
    expect(of('FROM').length).toBeGreaterThanOrEqual(3);
    for (const { rest } of of('FROM')) expect(rest).toMatch(/^node:20\.\d+-bookworm-slim( AS \w+)?$/);
  });

  it('carries no compiler, no source and no secret', () => {
    for (const { rest } of of('COPY', final)) expect(rest).toMatch(/^--from=(packages|build) /);
    expect(of('RUN', final).filter(({ rest }) => /apt-get|npm|curl|wget/.test(rest))).toEqual([]);
    expect(of('ADD')).toEqual([]);
    expect(of('ARG')).toEqual([]);
    for (const { rest } of of('ENV')) expect(rest).not.toMatch(/SECRET|KEY|PASSWORD|TOKEN/);
  });

  it('installs by the lock file, production packages only, and runs no lifecycle scripts', () => {
    const installs = of('RUN').filter(({ rest }) => /\bnpm\b/.test(rest));
    expect(installs).toHaveLength(2);
    for (const { rest } of installs) expect(rest).toMatch(/npm ci /);
    expect(installs[1]?.rest).toContain('--omit=dev');
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });

  it('runs as nobody special, as process 1 that hears SIGTERM, and says whether it is well', () => {
    const user = final.findIndex((step) => step.word === 'USER');
    expect(final[user]?.rest).toBe('node');
    expect(final.slice(user).some((step) => step.word === 'RUN')).toBe(false);
    expect(of('CMD', final)[0]?.rest).toBe('["node", "backend/dist/main.js"]');
    expect(of('HEALTHCHECK', final)[0]?.rest).toContain('backend/deploy/health.mjs');
    expect(of('EXPOSE', final)[0]?.rest).toBe('8080');
  });

  it('sends the builder what it needs and nothing that lies about', () => {
    const lines = read('Dockerfile.dockerignore').split('\n');
    expect(lines[0]).toBe('**');
    for (const kept of ['**/node_modules', '**/dist', '**/.data']) expect(lines).toContain(kept);
    expect(lines.some((line) => /^!.*\.env/.test(line))).toBe(false);
  });
});

describe('微信云托管 and the plain server', () => {
  it('never scale to nothing: deadlines are watched by a running instance and the signed tick', () => {
    const config = JSON.parse(read('container.config.json')) as Record<string, unknown>;
    expect(config).toMatchObject({
      minNum: 1,
      containerPort: 8080,
      dockerfilePath: 'backend/deploy/Dockerfile',
    });
    expect(JSON.stringify(config)).not.toMatch(/SECRET|_KEY|PASSWORD/);
    const timer = JSON.parse(read('tick-function/config.json')) as { triggers: { config: string }[] };
    expect(timer.triggers.map((trigger) => trigger.config)).toEqual(['0 * * * * * *']);
  });

  it('migrate as a step of its own on MySQL 8, without root and with nothing to write to but /data', () => {
    const compose = read('compose.yaml');
    expect(compose).toMatch(/image: mysql:8\.\d/);
    expect(compose).toContain("command: ['node', 'backend/dist/cli.js', 'migrate']");
    expect(compose.match(/condition: service_completed_successfully/g)).toHaveLength(2);
    for (const line of ['read_only: true', 'cap_drop: [ALL]', 'enable_ipv6: true'])
      expect(compose).toContain(line);
  });
});
