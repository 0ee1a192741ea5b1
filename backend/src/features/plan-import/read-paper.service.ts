import { Injectable } from '@nestjs/common';
import type { ParsedPlan } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { Upload } from '../../core/http/api-request';
import { parsePlan } from './parse/parse-plan';

/** A file → its text and the plan read out of it. Nothing is stored, so a refused paper leaves no trace. */
@Injectable()
export class ReadPaperService {
  async run(file: Upload): Promise<{ sourceText: string; parsed: ParsedPlan }> {
    const sourceText = file.bytes.toString('utf8');
    if (sourceText.trim() === '') throw new AppError('DOCUMENT_EMPTY');
    return { sourceText, parsed: parsePlan(sourceText) };
  }
}
