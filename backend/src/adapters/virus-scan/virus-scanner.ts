/** `unknown`: the scanner could not be asked; the file waits and is shown to nobody. */
export type ScanResult = 'clean' | 'infected' | 'unknown';

/** Looks at the content of an upload for malware. */
export abstract class VirusScanner {
  abstract scan(bytes: Buffer): Promise<ScanResult>;
}

/** No scanner is configured: content is taken as the other checks left it. */
export class NoScanner extends VirusScanner {
  scan(): Promise<ScanResult> {
    return Promise.resolve('clean');
  }
}
