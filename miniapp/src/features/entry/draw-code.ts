import { useEffect, useState } from 'react';

/**
 * A QR code as a picture for an <Image>; null while it is drawn, and where there is nothing to scan it from (WeChat is
 * the scanner). The library is loaded when the first code is shown.
 */
export function useDrawnCode(text: string | null): string | null {
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    if (text === null) return;
    import('qrcode-generator').then(
      ({ default: qrcode }) => {
        const code = qrcode(0, 'M');
        code.addData(text);
        code.make();
        setDrawn(code.createDataURL(6, 12));
      },
      (error: unknown) => console.warn('the code could not be drawn', error),
    );
  }, [text]);
  return text === null ? null : drawn;
}

/** The address of a page of this app in the browser. */
export const addressIn = (path: string): string => `${window.location.origin}/${path}`;
