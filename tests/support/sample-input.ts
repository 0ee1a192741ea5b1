import type { Endpoint } from '@sunledger/shared-types';
import * as z from 'zod/mini';

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Record<string, JsonSchema>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
}

/**
 * The smallest input that the endpoint's schema takes: what `known` names is taken over, what is required
 * besides is made up. Says which field it could not make up.
 */
export function sampleInput(endpoint: Endpoint, known: Record<string, unknown>): Record<string, unknown> {
  const schema = schemaOf(endpoint);
  const input = Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => name in known || schema.required?.includes(name))
      .map(([name, field]) => [name, name in known ? known[name] : sampleOf(field)]),
  );
  const parsed = endpoint.input.safeParse(input);
  if (parsed.success) return input;
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`no sample for ${endpoint.method} ${endpoint.path}: ${fields.join('; ')}`);
}

/** For a call that reads: the smallest input, and one with each choice of each filter beside. */
export function sampleReads(endpoint: Endpoint, known: Record<string, unknown>): Record<string, unknown>[] {
  const least = sampleInput(endpoint, known);
  const filters = Object.entries(schemaOf(endpoint).properties ?? {}).filter(([name]) => !(name in least));
  const more = filters.flatMap(([name, filter]) => choicesOf(filter).map((choice) => ({ [name]: choice })));
  return [least, ...more.map((choice) => ({ ...least, ...choice }))];
}

/** Every value of a choice; a switch of the query is a text without pattern, and `true` turns it on. */
function choicesOf({ enum: choices, type, pattern, maxLength }: JsonSchema): readonly unknown[] {
  if (choices) return choices;
  return type === 'string' && pattern === undefined && maxLength === undefined ? ['true'] : [];
}

const schemaOf = (endpoint: Endpoint): JsonSchema =>
  z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

function sampleOf(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return sampleOf(schema.anyOf[0]);
  switch (schema.type) {
    case 'object':
      return sampleObject(schema);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return sampleText(schema);
  }
}

/** A date, a time of day, a day of the year: what the contract's patterns ask for. */
const PATTERNED = ['2026-03-31', '17:30', '05-01'];

function sampleText({ pattern, minLength = 0 }: JsonSchema): string {
  const fitting =
    pattern === undefined ? undefined : PATTERNED.find((text) => new RegExp(pattern).test(text));
  return fitting ?? '试'.repeat(Math.max(2, minLength));
}

const sampleObject = ({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, field]) => [name, sampleOf(field)]),
  );
