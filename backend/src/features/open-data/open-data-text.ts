import {
  openDataFields,
  openDataVersion,
  type AnyOpenDataRow,
  type OpenDataSet,
  type OpenDataValue,
} from '@sunledger/shared-types';
import { stringify } from 'csv-stringify/sync';

/** One object: who, what, when, and the items, written as they come. */
export async function* asJson(
  head: { region: string; set: OpenDataSet; generatedAt: string },
  rows: AsyncIterable<AnyOpenDataRow>,
): AsyncGenerator<string> {
  const facts = JSON.stringify({ schemaVersion: openDataVersion, ...head });
  yield `${facts.slice(0, -1)},"items":[`;
  let between = '\n';
  for await (const row of rows) {
    yield between + JSON.stringify(row);
    between = ',\n';
  }
  yield '\n]}\n';
}

const BOM = '\ufeff';

/**
 * For Excel: with a byte order mark (else it reads Chinese as the local code page), and with an apostrophe
 * before a text that a spreadsheet would take for a formula (OWASP, CSV injection).
 */
export async function* asCsv(set: OpenDataSet, rows: AsyncIterable<AnyOpenDataRow>): AsyncGenerator<string> {
  const fields = openDataFields[set];
  yield BOM + line(fields.map((field) => field.label));
  for await (const row of rows) {
    const values: Record<string, OpenDataValue> = row;
    yield line(fields.map((field) => cellOf(values[field.name] ?? null)));
  }
}

function cellOf(value: OpenDataValue): string | number | null {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('、');
  return value as string | number | null;
}

const line = (cells: readonly (string | number | null)[]): string =>
  stringify([[...cells]], { escape_formulas: true, record_delimiter: 'windows' });
