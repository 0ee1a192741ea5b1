/** What every chain of a region was at one moment: kept outside the database, it outlives its key. */
export interface ChainAnchor {
  readonly madeAt: string;
  readonly regions: Record<string, RegionAnchor>;
}

export interface RegionAnchor {
  readonly count: number;
  /** Receipt number → length and head of its chain. */
  readonly chains: Record<string, readonly [length: number, head: string]>;
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
