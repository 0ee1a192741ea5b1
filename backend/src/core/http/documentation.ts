import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import absolutePath from 'swagger-ui-dist/absolute-path.js';
import { openApi } from './openapi';

/** The page has no inline script, so that it works under the same content policy as the product. */
const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>阳光台账 · 接口说明</title>
<link rel="stylesheet" href="/api/docs/files/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/files/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

/** The contract as OpenAPI and as a page to browse it, with everything served from here. */
export async function useDocumentation(server: FastifyInstance, base: string): Promise<void> {
  const document = JSON.stringify(openApi(base));
  const start = `window.ui = SwaggerUIBundle({ url: '${base}/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;
  server.get(`${base}/openapi.json`, (_, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  );
  server.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  server.get('/api/docs/start.js', (_, reply) => reply.type('text/javascript; charset=utf-8').send(start));
  await server.register(fastifyStatic, {
    root: absolutePath(),
    prefix: '/api/docs/files/',
    allowedPath: (path) => /^\/swagger-ui(-bundle)?\.(css|js)$/.test(path),
    index: false,
    decorateReply: false,
    maxAge: '1h',
  });
}
