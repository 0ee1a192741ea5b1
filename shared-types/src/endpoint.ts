import * as z from 'zod/mini';
import type { Role } from './roles';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Who may call: everybody, every signed-in account, or accounts with one of these roles somewhere. */
export type Permission = 'public' | 'account' | readonly Role[];

type ObjectSchema = z.ZodMiniObject;

/**
 * One call of the outer API, used by the server's route, the mini-program and the tests alike.
 *
 * `input` is ONE flat object: the keys that stand in `path` come from the path, the others from the
 * query (GET, DELETE) or from the JSON body (POST, PUT). `permission` is required, so that no route
 * is born open. `path` is relative to `/api/v1`.
 */
export interface Endpoint<I extends ObjectSchema = ObjectSchema, O extends z.ZodMiniType = z.ZodMiniType> {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly permission: Permission;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** 200 unless told. */
  readonly status?: 200 | 201;
  /**
   * The handler asks another service (WeChat), which no transaction takes back: it runs outside one, and an
   * `Idempotency-Key` means nothing to it.
   */
  readonly outward?: boolean;
  /**
   * The body is multipart/form-data with one file; `input` describes the fields beside it. With `maxBytes`
   * the file goes to disk as it arrives; otherwise it is a paper of a few megabytes that is read whole.
   */
  readonly multipart?: true | { readonly maxBytes: number };
  /**
   * The handler waits for disks or other servers, or counts what a refusal must not take back (guesses), and
   * opens its own units of work: an Idempotency-Key does not put one transaction around all of it. What a
   * crash leaves half done must be harmless to repeat.
   */
  readonly ownUnits?: boolean;
  /** The largest JSON body in bytes, where the server's limit for all (256 KB) is too small. */
  readonly bodyLimit?: number;
  /** The answer is a file of one of these types; `input` is parsed as ever, `output` describes nothing. */
  readonly produces?: string | readonly string[];
}

export type InputOf<E extends Endpoint> = z.output<E['input']>;
/** What a caller writes: defaults may be left out. */
export type CallOf<E extends Endpoint> = z.input<E['input']>;
export type OutputOf<E extends Endpoint> = z.output<E['output']>;

/** Gives an endpoint its exact type; does nothing at run time. */
export function defineEndpoint<I extends ObjectSchema, O extends z.ZodMiniType>(
  endpoint: Endpoint<I, O>,
): Endpoint<I, O> {
  return endpoint;
}

/** The names of the `:parameters` in a path, in order. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:([a-zA-Z]+)/g)].map((match) => match[1] ?? '');
}
