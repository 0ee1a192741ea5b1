import { allEndpoints, errorCodes, pathParameters, type Endpoint } from '@sunledger/shared-types';
import * as z from 'zod/mini';

interface JsonSchema {
  properties?: Record<string, object>;
  required?: string[];
  [key: string]: unknown;
}

/** The OpenAPI 3.1 document of the contract, from the very objects that make the routes. */
export function openApi(base: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of allEndpoints) {
    const path = `${base}${endpoint.path.replace(/:([a-zA-Z]+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '阳光台账 Sunledger',
      version: '1',
      description:
        '政务公开工作要点的公开台账。时间为带时区的 ISO 8601，日期为 YYYY-MM-DD。列表用 limit 和 cursor 翻页。',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: errorSchema },
    },
  };
}

const errorSchema = {
  type: 'object',
  required: ['code', 'message', 'requestId'],
  properties: {
    code: { type: 'string', enum: Object.keys(errorCodes) },
    message: { type: 'string' },
    details: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
    requestId: { type: 'string' },
  },
};

function operationOf(endpoint: Endpoint): object {
  const input = schemaOf(endpoint.input, 'input');
  const inPath = pathParameters(endpoint.path);
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name));
  const inBody = endpoint.method === 'POST' || endpoint.method === 'PUT';
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: input.properties?.[name] ?? {} })),
    ...(inBody ? [] : rest.map(([name, schema]) => queryParameter(name, schema, input))),
  ];
  return {
    tags: [endpoint.path.split('/')[1]],
    summary: endpoint.summary,
    description: `权限：${permissionText(endpoint)}`,
    ...(endpoint.permission === 'public' ? {} : { security: [{ bearer: [] }] }),
    parameters: [...parameters, ...(endpoint.method === 'GET' ? [] : [idempotencyHeader])],
    ...(inBody ? { requestBody: bodyOf(endpoint, rest, input) } : {}),
    responses: { [String(endpoint.status ?? 200)]: answerOf(endpoint), default: refusal },
  };
}

const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 8, maxLength: 100 },
};

const refusal = {
  description: '未能完成',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
};

const queryParameter = (name: string, schema: object, input: JsonSchema) => ({
  name,
  in: 'query',
  required: input.required?.includes(name) ?? false,
  schema,
});

function bodyOf(endpoint: Endpoint, rest: [string, object][], input: JsonSchema): object {
  const names = rest.map(([name]) => name);
  const properties: Record<string, object> = Object.fromEntries(rest);
  if (endpoint.multipart) properties.file = { type: 'string', format: 'binary' };
  const schema = {
    type: 'object',
    properties,
    required: (input.required ?? []).filter((name) => names.includes(name)),
  };
  const type = endpoint.multipart ? 'multipart/form-data' : 'application/json';
  return { required: schema.required.length > 0, content: { [type]: { schema } } };
}

function answerOf(endpoint: Endpoint): object {
  if (endpoint.produces) {
    const types = [endpoint.produces].flat();
    return { description: '成功', content: Object.fromEntries(types.map((type) => [type, {}])) };
  }
  return {
    description: '成功',
    content: { 'application/json': { schema: schemaOf(endpoint.output, 'output') } },
  };
}

function permissionText({ permission }: Endpoint): string {
  if (permission === 'public') return '所有人';
  return permission === 'account' ? '已登录' : permission.join('、');
}

function schemaOf(type: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  });
  return schema as JsonSchema;
}
