import { spawn } from 'node:child_process';
import { Logger } from '@nestjs/common';
import { traceOf } from '../../core/errors/trace';
import { VirusScanner, type ScanResult } from './virus-scanner';

const TIMEOUT_MS = 60_000;

/**
 * Runs a command of the operator (`clamdscan --no-summary -`) with the content on its standard input.
 * Exit status 0 is clean and 1 infected, as with clamscan; everything else is no answer.
 */
export class CommandScanner extends VirusScanner {
  private readonly logger = new Logger('virus-scan');
  private readonly program: string;
  private readonly parameters: readonly string[];

  constructor(command: string) {
    super();
    const [program = '', ...parameters] = command.trim().split(/\s+/);
    this.program = program;
    this.parameters = parameters;
  }

  async scan(bytes: Buffer): Promise<ScanResult> {
    try {
      const status = await this.run(bytes);
      if (status === 0) return 'clean';
      if (status === 1) return 'infected';
      this.logger.error({ status });
    } catch (error) {
      this.logger.error(traceOf(error));
    }
    return 'unknown';
  }

  private run(bytes: Buffer): Promise<number | null> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.program, [...this.parameters], {
        stdio: ['pipe', 'ignore', 'ignore'],
        timeout: TIMEOUT_MS,
        killSignal: 'SIGKILL',
      });
      child.on('error', reject);
      child.on('close', (status) => resolve(status));
      // A scanner that has seen enough closes its input; its status still tells.
      child.stdin.on('error', (error) => this.logger.debug(traceOf(error)));
      child.stdin.end(bytes);
    });
  }
}
