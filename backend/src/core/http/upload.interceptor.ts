import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';
import { AppError } from '../errors/app-error';
import { ctxOf, type ApiRequest } from './api-request';
import { RemoteFiles } from './remote-files';
import type { RouteFacts } from './route-facts';
import { UploadSpool, type RemoteUpload } from './upload-spool';

/** Contract limit of a document that is read whole. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/**
 * Reads the one file of a multipart endpoint; its fields become the body. Interceptors run after the
 * guard, so whoever may not call has nothing of their body read.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  constructor(
    private readonly spool: UploadSpool,
    private readonly remote: RemoteFiles,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const { multipart } = request.routeOptions.config as Partial<RouteFacts>;
    const remote = multipart ? this.remoteOf(request.body) : undefined;
    if (!request.isMultipart() && !remote) return next.handle();
    if (!multipart) throw new AppError('UNSUPPORTED_MEDIA');
    if (multipart !== true) {
      const release = await this.spool.receive(
        request,
        ctxOf(request).actor?.accountId ?? 0,
        multipart.maxBytes,
        remote,
      );
      return next.handle().pipe(finalize(release));
    }
    if (remote) {
      request.upload = { fileName: remote.fileName, bytes: await readWhole(remote) };
      return next.handle();
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

  /** What a client tells that cannot send files itself: JSON with the id of the file it left elsewhere. */
  private remoteOf(body: unknown): RemoteUpload | undefined {
    const { cloudFile, cloudFileName } = (body ?? {}) as Record<string, unknown>;
    if (typeof cloudFile !== 'string' || typeof cloudFileName !== 'string') return undefined;
    return { fileName: cloudFileName.slice(0, 255), open: () => this.remote.open(cloudFile) };
  }
}

async function readWhole(remote: RemoteUpload): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await remote.open()) {
    size += (chunk as Buffer).length;
    if (size > MAX_UPLOAD_BYTES) throw new AppError('DOCUMENT_TOO_LARGE');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
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
