import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Config } from '../config/config';

const LEVELS: Record<Config['logLevel'], LogLevel[]> = {
  silent: [],
  fatal: ['fatal'],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** One JSON object per line on standard output, as the request log of Fastify is. */
export function serverLogger(config: Config): ConsoleLogger {
  return new ConsoleLogger({ json: true, colors: false, logLevels: LEVELS[config.logLevel] });
}
