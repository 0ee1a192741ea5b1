import { Injectable } from '@nestjs/common';
import type { ParsedPlan } from '@sunledger/shared-types';
import { DocumentError, readDocument } from '../../adapters/documents';
import { AppError } from '../../core/errors/app-error';
import type { Upload } from '../../core/http/api-request';
import { parsePlan } from './parse/parse-plan';

/** A file → its text and the plan read out of it. Nothing is stored, so a refused paper leaves no trace. */
@Injectable()
export class ReadPaperService {
  async run(file: Upload): Promise<{ sourceText: string; parsed: ParsedPlan }> {
    const sourceText = await textOf(file);
    // The embedded database cuts a text at a NUL (libsql 0.5), and a paper is kept to its last letter.
    if (sourceText.includes('\0')) throw new AppError('DOCUMENT_UNREADABLE');
    return { sourceText, parsed: parsePlan(sourceText) };
  }
}

async function textOf(file: Upload): Promise<string> {
  try {
    return (await readDocument(file.fileName, file.bytes)).text;
  } catch (error) {
    if (error instanceof DocumentError) throw new AppError(error.code);
    throw error;
  }
}
