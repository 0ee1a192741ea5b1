import mammoth from 'mammoth';
import { DocumentError } from './document-error';
import { htmlToText } from './html-text';
import { textPartsOf } from './zip-guard';

/** A Word file → text, its tables as tab separated rows. */
export async function docxToText(bytes: Uint8Array): Promise<string> {
  const safe = textPartsOf(bytes);
  try {
    const noPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(safe) },
      { convertImage: noPictures },
    );
    return htmlToText(value);
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError('DOCUMENT_UNREADABLE');
  }
}
