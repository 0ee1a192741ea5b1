/** Saves a picture that this page has drawn; in WeChat people press long on it instead. */
export function savePicture(name: string, dataUrl: string): void {
  if (process.env.TARO_ENV === 'weapp') return;
  const link = document.createElement('a');
  link.href = dataUrl;
  link.download = name;
  link.click();
}
