import { createHash, type Hash } from 'node:crypto';

/** What every chain of a region was at one moment: kept outside the database, it outlives its key. */
export interface ChainAnchor {
  readonly madeAt: string;
  readonly regions: Record<string, RegionAnchor>;
  /** Of a daily file only: the day, the day's file before it, and the SHA-256 that bulletins print. */
  readonly day?: string;
  readonly previous?: string | null;
  readonly fingerprint?: string;
}

export interface RegionAnchor {
  readonly count: number;
  /** Receipt number → length and head of its chain. */
  readonly chains: Record<string, AnchoredChain>;
}

export type AnchoredChain = readonly [length: number, head: string];

/** Takes the chains of a daily file in the file's order and gives its fingerprint. */
export class AnchorDigest {
  private readonly hash: Hash;
  private count = 0;

  constructor(region: string, day: string, previous: string | null) {
    this.hash = createHash('sha256').update(`sunledger anchor 1\n${region}\n${day}\n${previous ?? '-'}\n`);
  }

  add(number: string, [length, head]: AnchoredChain): void {
    this.count += 1;
    this.hash.update(`${number} ${length} ${head}\n`);
  }

  /** 64 hex digits; ends the digest. */
  end(): string {
    return this.hash.update(`${this.count}\n`).digest('hex');
  }
}

/** False when a daily file no longer is what its fingerprint says; true for files without one. */
export function isIntact(anchor: ChainAnchor): boolean {
  if (anchor.fingerprint === undefined) return true;
  const [only, ...more] = Object.entries(anchor.regions);
  if (!only || more.length > 0 || anchor.day === undefined) return false;
  const [region, { chains, count }] = only;
  const digest = new AnchorDigest(region, anchor.day, anchor.previous ?? null);
  const entries = Object.entries(chains);
  for (const [number, chain] of entries) digest.add(number, chain);
  return entries.length === count && digest.end() === anchor.fingerprint;
}

/** Reads an anchor file; null when it is none. */
export function parseAnchor(text: string): ChainAnchor | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return isAnchor(value) ? value : null;
}

function isAnchor(value: unknown): value is ChainAnchor {
  if (!isObject(value) || typeof value.madeAt !== 'string' || !isObject(value.regions)) return false;
  return Object.values(value.regions).every(
    (region) =>
      isObject(region) &&
      typeof region.count === 'number' &&
      isObject(region.chains) &&
      Object.values(region.chains).every(
        (entry) => Array.isArray(entry) && typeof entry[0] === 'number' && typeof entry[1] === 'string',
      ),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
