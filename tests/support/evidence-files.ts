import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

/** Files made on the spot, so that no binary lies in the repository. */

/** A photograph with camera data and the place where it was taken, as a phone writes it. */
export function photo({ width = 1200, height = 900, place = true } = {}): Promise<Buffer> {
  const image = sharp({ create: { width, height, channels: 3, background: { r: 90, g: 140, b: 200 } } });
  const exif = {
    IFD0: { Make: 'Sunledger-Camera' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '30/1 43/1 1234/100',
      GPSLongitudeRef: 'E',
      GPSLongitude: '122/1 27/1 5678/100',
    },
  };
  return (place ? image.withExif(exif).withMetadata({ orientation: 6 }) : image).jpeg().toBuffer();
}

const types = (main: string, part: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
  );

/** A workbook of one text. */
export function workbook(text: string, extra: Record<string, Uint8Array> = {}): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': types('spreadsheetml.sheet', 'xl/workbook.xml'),
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/sharedStrings.xml': strToU8(`<sst><si><t>${text}</t></si></sst>`),
      ...extra,
    }),
  );
}

/** An Office file one of whose parts is nothing but zeros, far more than it weighs. */
export const bomb = (megabytes: number): Buffer =>
  workbook('清单', { 'xl/media/image1.bin': new Uint8Array(megabytes * 1024 * 1024) });

/** The same with a directory that promises less than it holds. */
export function lyingBomb(megabytes: number): Buffer {
  const bytes = bomb(megabytes);
  const name = Buffer.from('xl/media/image1.bin');
  // Sizes stand 22 bytes before the name in the directory's entry (APPNOTE 4.3.12).
  const at = bytes.lastIndexOf(name);
  bytes.writeUInt32LE(1000, at - 46 + 24);
  return bytes;
}
