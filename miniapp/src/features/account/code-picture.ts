import qrcode from 'qrcode-generator';

/** A plain QR code as a data URL, for where WeChat makes no code. */
export function codePicture(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(6, 12);
}
