import { existsSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Names with a content hash never change; everything else is asked for again. */
const HASHED = /[.-][0-9a-f]{8,}\./;
const FOREVER = 'public, max-age=31536000, immutable';

/** Serves the H5 build: its files, and its index for every other page address (the app routes itself). */
export async function useWebApp(server: FastifyInstance, root: string): Promise<void> {
  await server.register(fastifyStatic, { root, serve: false, cacheControl: false, wildcard: false });
  server.get('/*', (request, reply) => answer(root, request, reply));
}

function answer(root: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request.url);
  if (path === null || path === '/api' || path.startsWith('/api/')) return notFound(reply);
  if (path !== '/' && isFile(root, path)) {
    return reply.header('Cache-Control', HASHED.test(path) ? FOREVER : 'no-cache').sendFile(path.slice(1));
  }
  if (extname(path) !== '' && extname(path) !== '.html') return notFound(reply);
  if (!isFile(root, '/index.html')) {
    return reply
      .code(404)
      .type('text/plain; charset=utf-8')
      .send('网页端尚未构建：请运行 npm start 或 npm run build:h5。\n');
  }
  return reply.header('Cache-Control', 'no-cache').sendFile('index.html');
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

function pathOf(url: string): string | null {
  const [raw = '/'] = url.split('?');
  try {
    const path = normalize(decodeURIComponent(raw)).split(sep).join('/');
    return path.startsWith('/') && !path.includes('\0') ? path : null;
  } catch (error) {
    // A broken percent escape names no file.
    if (error instanceof URIError) return null;
    throw error;
  }
}

function isFile(root: string, path: string): boolean {
  const file = join(root, path);
  return file.startsWith(root) && existsSync(file) && statSync(file).isFile();
}
