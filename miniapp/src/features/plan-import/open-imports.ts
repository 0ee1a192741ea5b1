import { readStored, useSession, writeStored } from '../../platform';

/** An import that was begun here and is not finished; the server has no list of them. */
export interface OpenImport {
  id: number;
  fileName: string;
}

const isOpenImport = (value: unknown): value is OpenImport =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as OpenImport).id === 'number' &&
  typeof (value as OpenImport).fileName === 'string';
const isList = (value: unknown): value is OpenImport[] => Array.isArray(value) && value.every(isOpenImport);

const kept = 5;
const keyNow = (): string =>
  `imports.${useSession.getState().me?.id ?? 0}.${useSession.getState().regionCode}`;

export const openImports = (): OpenImport[] => readStored(keyNow(), isList) ?? [];

export function rememberImport({ id, fileName }: OpenImport): void {
  const others = openImports().filter((each) => each.id !== id);
  writeStored(keyNow(), [{ id, fileName }, ...others].slice(0, kept));
}

export const forgetImport = (id: number): void =>
  writeStored(
    keyNow(),
    openImports().filter((each) => each.id !== id),
  );
