import { useEffect, type ReactNode } from 'react';
import { Tap, View } from '../primitives/primitives';
import { Icon } from './icon';

interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons. */
  foot?: ReactNode;
}

/** Comes from below on phones, stands in the middle on wide windows. */
export function Sheet({ open, title, onClose, children, foot }: SheetProps) {
  useEffect(() => {
    if (!open || process.env.TARO_ENV === 'weapp') return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [open, onClose]);
  if (!open) return null;
  return (
    <>
      <Tap className="veil" onTap={onClose} label="关闭" />
      <View className="sheet" role="dialog" label={title}>
        <View className="sheet__head">
          <View as="h2" className="grow t-head">
            {title}
          </View>
          <Tap className="sheet__close" onTap={onClose} label="关闭">
            <Icon name="close" />
          </Tap>
        </View>
        <View className="sheet__body">{children}</View>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
    </>
  );
}
