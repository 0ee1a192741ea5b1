import { connect } from 'node:net';
import { Logger } from '@nestjs/common';
import { traceOf } from '../../core/errors/trace';
import { VirusScanner, type ScanResult } from './virus-scanner';

const TIMEOUT_MS = 30_000;
const CHUNK = 64 * 1024;

/** Asks a clamd over TCP with the command INSTREAM: chunks with their length before them, an empty one at the end. */
export class ClamavScanner extends VirusScanner {
  private readonly logger = new Logger('virus-scan');

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {
    super();
  }

  async scan(bytes: Buffer): Promise<ScanResult> {
    try {
      return resultOf(await this.ask(bytes));
    } catch (error) {
      this.logger.error(traceOf(error));
      return 'unknown';
    }
  }

  private ask(bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.host, port: this.port });
      const answer: Buffer[] = [];
      socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('the virus scanner does not answer')));
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => answer.push(chunk));
      socket.on('end', () => resolve(Buffer.concat(answer).toString('utf8')));
      socket.on('connect', () => socket.write(framed(bytes)));
    });
  }
}

function framed(bytes: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from('zINSTREAM\0')];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    parts.push(lengthOf(chunk.length), chunk);
  }
  return Buffer.concat([...parts, lengthOf(0)]);
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(count);
  return length;
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`; anything else (a size limit, an error) is no answer. */
function resultOf(answer: string): ScanResult {
  const words = answer.replace(/\0/g, '').trim();
  if (words.endsWith(' FOUND')) return 'infected';
  return words === 'stream: OK' ? 'clean' : 'unknown';
}
