import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';
import { AppError } from '../errors/app-error';
import { ctxOf, type ApiRequest } from './api-request';
import type { RouteFacts } from './route-facts';
import { UploadSpool } from './upload-spool';

/** Contract limit of a document that is read whole. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/**
 * Reads the one file of a multipart endpoint; its fields become the body. Interceptors run after the
 * guard, so whoever may not call has nothing of their body read.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  constructor(private readonly spool: UploadSpool) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (!request.isMultipart()) return next.handle();
    const { multipart } = request.routeOptions.config as Partial<RouteFacts>;
    if (!multipart) throw new AppError('UNSUPPORTED_MEDIA');
    if (multipart !== true) {
      const release = await this.spool.receive(
        request,
        ctxOf(request).actor?.accountId ?? 0,
        multipart.maxBytes,
      );
      return next.handle().pipe(finalize(release));
    }
    try {
      await readUpload(request);
    } catch (error) {
      // Fastify tells of the limit from the file's stream or from the iteration, whichever sees it first.
      if (codeOf(error) === 'FST_REQ_FILE_TOO_LARGE') throw new AppError('DOCUMENT_TOO_LARGE');
      throw error;
    }
    return next.handle();
  }
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
