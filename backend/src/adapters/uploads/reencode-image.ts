import type { Metadata, Sharp } from 'sharp';
import { AppError } from '../../core/errors/app-error';

export interface SafeImage {
  readonly bytes: Buffer;
  readonly thumbnail: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The longest side that is kept: a page of text photographed stays readable. */
const LONGEST = 2048;
const THUMBNAIL = 400;

/** JPEG and PNG are read in strips; WebP is unpacked whole. */
const MOST_PIXELS = 64_000_000;
const MOST_WEBP_PIXELS = 24_000_000;

/**
 * A picture drawn anew as JPEG: location, camera, thumbnails inside and whatever was appended stay behind;
 * the turn that the camera noted is carried out first.
 */
export async function reencodeImage(bytes: Buffer): Promise<SafeImage> {
  const { default: sharp } = await import('sharp');
  // One thread and no cache: the number of pictures at a time is bounded elsewhere.
  sharp.concurrency(1);
  sharp.cache(false);
  const open = (): Sharp => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
  checkSize(await readable(open().metadata()));
  const { data, info } = await readable(
    open()
      .autoOrient()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true }),
  );
  const thumbnail = await readable(
    sharp(data)
      .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 74 })
      .toBuffer(),
  );
  return { bytes: data, thumbnail, width: info.width, height: info.height };
}

function checkSize({ format, width, height }: Metadata): void {
  const most = format === 'webp' ? MOST_WEBP_PIXELS : MOST_PIXELS;
  if (width * height > most) throw new AppError('ATTACHMENT_PIXELS');
}

/** libvips says what it does not like in words; people need a sentence. */
async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    throw new AppError(/pixel limit/i.test(words) ? 'ATTACHMENT_PIXELS' : 'ATTACHMENT_UNREADABLE');
  }
}
