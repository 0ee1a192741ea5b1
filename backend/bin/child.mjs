import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from './failure.mjs';
import { cache, root } from './paths.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let stoppedBy = null;

/** The first stop signal this process got, or null. */
export const stopSignal = () => stoppedBy;

// Ctrl-C reaches the whole group of a terminal, `kill` only this process: pass it on once in either
// case and leave the farewell to the children. They must take a second one calmly (npm repeats it too).
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stoppedBy) return;
    stoppedBy = signal;
    for (const child of running) child.kill(signal);
    if (running.size === 0) process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

// When npm itself is killed outright nobody tells us, and the server would keep the port.
if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stoppedBy) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

/**
 * Runs node with these arguments (or `command`) in the root and waits for its end.
 * @param {string[]} args
 * @param {{ command?: string, cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions, limit?: number, onOutput?: (chunk: Buffer) => void }} [options]
 *   `limit` in milliseconds, after which the child is stopped and counts as failed
 * @returns {Promise<{ code: number, signal: NodeJS.Signals | null }>}
 */
export function run(args, options = {}) {
  const {
    command = process.execPath,
    cwd = root,
    env = process.env,
    stdio = 'inherit',
    limit,
    onOutput,
  } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio });
    running.add(child);
    const timer = limit ? setTimeout(() => child.kill('SIGKILL'), limit) : undefined;
    if (onOutput) {
      child.stdout?.on('data', onOutput);
      child.stderr?.on('data', onOutput);
    }
    child.on('error', (error) => {
      clearTimeout(timer);
      running.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: code ?? 1, signal });
    });
  });
}

/**
 * Runs a tool whose output matters only when it fails; the whole of it is kept in a log.
 * @param {string} name of the log
 * @param {string[]} args
 * @param {{ command?: string, cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function runQuietly(name, args, options = {}) {
  const log = join(cache, 'logs', `${name}.log`);
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  const written = new Promise((resolve) => file.on('close', resolve));
  const { code } = await run(args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    onOutput: (chunk) => file.write(chunk),
  }).finally(() => file.end());
  await written;
  if (stoppedBy) throw new Failure('已中断 stopped');
  if (code !== 0)
    throw new Failure(
      `${tail(readFileSync(log, 'utf8'), 60)}\n失败 failed: ${name}（全部输出 full output: ${log}）`,
    );
}

/** @param {string} text @param {number} lines */
function tail(text, lines) {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
