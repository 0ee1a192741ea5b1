import { useFileAddress } from '../../platform';
import { Image } from '../../ui';

/** A small picture of the server; the words around it say what it is. */
export function FileImage({ url }: { url: string | null }) {
  const src = useFileAddress(url);
  return src === '' ? null : <Image src={src} alt="" className="files__image" />;
}
