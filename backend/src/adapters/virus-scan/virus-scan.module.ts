import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import { ClamavScanner } from './clamav-scanner';
import { CommandScanner } from './command-scanner';
import { NoScanner, VirusScanner } from './virus-scanner';

function scannerOf({ scan }: Config): VirusScanner {
  if (scan.kind === 'clamav') return new ClamavScanner(scan.host, scan.port);
  return scan.kind === 'command' ? new CommandScanner(scan.command) : new NoScanner();
}

/** The scanner of the configuration. */
@Module({
  providers: [{ provide: VirusScanner, inject: [CONFIG], useFactory: scannerOf }],
  exports: [VirusScanner],
})
export class VirusScanModule {}
