import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error';
import type { ApiRequest } from './api-request';

/** Contract limit of a document; attachments (issue 3) will bring their own. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** Reads the one file of a multipart route before its handler runs; its fields become the body. */
export function useUploads(server: FastifyInstance): void {
  server.addHook('preHandler', async (request: FastifyRequest) => {
    if (request.isMultipart()) await readUpload(request as ApiRequest);
  });
}

async function readUpload(request: ApiRequest): Promise<void> {
  const fields: Record<string, unknown> = {};
  for await (const part of request.parts({ limits: { files: 1, fields: 20, fileSize: MAX_UPLOAD_BYTES } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer().catch((error: unknown) => {
      throw part.file.truncated ? new AppError('DOCUMENT_TOO_LARGE') : error;
    });
    request.upload = { fileName: part.filename, bytes };
  }
  request.body = fields;
}
