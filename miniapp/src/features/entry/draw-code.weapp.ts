/** In WeChat nobody scans the own screen, and the library stays out of the package; see draw-code.ts. */
export const useDrawnCode = (_text: string | null): string | null => null;
export const addressIn = (path: string): string => path;
