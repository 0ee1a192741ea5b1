import { createHash } from 'node:crypto';
import { endpoints, pathParameters, type Endpoint, type Role } from '@sunledger/shared-types';
import type { ApiError } from './api-client';
import type { TestApp } from './app';
import { photo } from './evidence-files';
import type { GivenPerson } from './given';
import { SECRET, type WholeRegion } from './given/whole-region.given';
import { sampleInput, sampleReads } from './sample-input';

export interface Call {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly input: Record<string, unknown>;
  /** The same call once more, with a filter. */
  readonly again: boolean;
}

export interface Told {
  readonly status: number;
  readonly code: string;
  readonly leaks: boolean;
}

/** The fields that say whose thing it is; `code` is a region's where it stands in the path. */
const ADDRESSES = ['id', 'region', 'unit', 'unitId', 'plan', 'tasks', 'ids', 'into', 'deputyId'];

/** Every call of the contract that names something of a region, with the addresses of this one. */
export function callsTo({ ids, named }: WholeRegion): Call[] {
  return Object.entries(endpoints).flatMap(([group, all]) =>
    Object.entries<Endpoint>(all)
      .filter(([, endpoint]) => isAddressed(endpoint))
      .flatMap(([key, endpoint]) =>
        inputsOf(endpoint, named, ids).map((input, at) => ({
          name: `${group}.${key}`,
          endpoint,
          input,
          again: at > 0,
        })),
      ),
  );
}

function isAddressed(endpoint: Endpoint): boolean {
  const fields = Object.keys(endpoint.input.shape);
  return pathParameters(endpoint.path).includes('code') || ADDRESSES.some((field) => fields.includes(field));
}

/** One input, for a call that reads also one per choice of its filters. */
function inputsOf(
  endpoint: Endpoint,
  named: WholeRegion['named'],
  ids: WholeRegion['ids'],
): Record<string, unknown>[] {
  const thing = Object.keys(ids).find((path) => endpoint.path.startsWith(`${path}/:id`));
  if (!thing && endpoint.path.includes('/:id')) throw new Error(`which id is that of ${endpoint.path}?`);
  const known = { ...named, ...(thing ? { id: ids[thing] } : {}) };
  return endpoint.method === 'GET' ? sampleReads(endpoint, known) : [sampleInput(endpoint, known)];
}

export const isPublic = ({ endpoint }: Call): boolean => endpoint.permission === 'public';

/** The guard lets an account with one of these roles somewhere pass. */
export function passesGuard({ endpoint: { permission } }: Call, roles: readonly Role[]): boolean {
  if (permission === 'public' || permission === 'account') return true;
  return roles.some((role) => permission.includes(role));
}

export async function tell(app: TestApp, call: Call, as: GivenPerson | null): Promise<Told> {
  const file = call.endpoint.multipart ? { file: { name: '照片.jpg', bytes: await photo() } } : {};
  const answer = await app.api.response(call.endpoint, call.input, { as, ...file });
  const text = await answer.text();
  const code = answer.status < 400 ? '' : (JSON.parse(text) as ApiError).code;
  return { status: answer.status, code, leaks: text.includes(SECRET) };
}

/** What is not as it should be: answers, words that are not published, and tables that somebody changed. */
export async function wrongAnswers(
  app: TestApp,
  as: GivenPerson | null,
  calls: readonly Call[],
  isRight: (told: Told, call: Call) => boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  const before = await dataOf(app);
  for (const call of calls) {
    const told = await tell(app, call, as);
    if (told.leaks || !isRight(told, call)) {
      wrong.push(`${call.name} ${JSON.stringify(call.input)}: ${JSON.stringify(told)}`);
    }
  }
  const after = await dataOf(app);
  return [...wrong, ...Object.keys(after).filter((table) => after[table] !== before[table])];
}

/** A digest of each table; of a session only its last use changes, whatever is asked. */
async function dataOf({ database: { dataSource } }: TestApp): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const { tableName } of dataSource.entityMetadatas) {
    if (tableName === 'session') continue;
    const rows: object[] = await dataSource.query(`SELECT * FROM ${tableName}`);
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    digests[tableName] = createHash('sha256').update(lines.join('\n')).digest('hex');
  }
  return digests;
}
