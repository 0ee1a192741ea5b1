import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error';
import type { ApiRequest } from './api-request';

/** Contract limit of a document; attachments (issue 3) will bring their own. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** Reads the one file of a multipart route before its handler runs; its fields become the body. */
export function useUploads(server: FastifyInstance): void {
  // A callback hook: an async one would cost every other request a promise.
  server.addHook('preHandler', (request: FastifyRequest, _reply, done) => {
    if (!request.isMultipart()) return done();
    readUpload(request as ApiRequest).then(
      () => done(),
      (error: Error) => done(refusalOf(error)),
    );
  });
}

/** Fastify tells of the limit from the file's stream or from the iteration, whichever sees it first. */
function refusalOf(error: Error): Error {
  return codeOf(error) === 'FST_REQ_FILE_TOO_LARGE' ? new AppError('DOCUMENT_TOO_LARGE') : error;
}

async function readUpload(request: ApiRequest): Promise<void> {
  const fields: Record<string, unknown> = {};
  for await (const part of request.parts({ limits: { files: 1, fields: 20, fileSize: MAX_UPLOAD_BYTES } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer();
    request.upload = { fileName: part.filename, bytes };
  }
  request.body = fields;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
