import { pathParameters, type Endpoint, type InputOf } from '@sunledger/shared-types';
import { AppError } from '../errors/app-error';
import type { ApiRequest } from './api-request';

/**
 * The input of an endpoint as one flat object: the path's parameters, and beside them the query (GET,
 * DELETE) or the JSON body (POST, PUT). A parameter of the path that does not fit is a 404 (there is no
 * such thing), everything else a 422 with its fields.
 */
export function parseInput<E extends Endpoint>(endpoint: E, request: ApiRequest): InputOf<E> {
  const inBody = endpoint.method === 'POST' || endpoint.method === 'PUT';
  const rest: unknown = inBody ? (request.body ?? {}) : request.query;
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest))
    throw new AppError('MALFORMED_REQUEST');
  const parsed = endpoint.input.safeParse(
    { ...rest, ...(request.params as object) },
    { error: () => '请检查这一项' },
  );
  if (parsed.success) return parsed.data as InputOf<E>;
  const inPath = new Set(pathParameters(endpoint.path));
  const { issues } = parsed.error;
  if (issues.some((issue) => inPath.has(String(issue.path[0])))) throw new AppError('NOT_FOUND');
  throw new AppError(
    'INVALID_INPUT',
    {},
    issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
  );
}
