import type { ReactNode } from 'react';
import { Tap, View } from '../primitives/primitives';
import { Icon } from './icon';
import { useDialog } from './use-dialog';

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
  const id = useDialog(open, onClose);
  if (!open) return null;
  return (
    <>
      <Tap className="veil" onTap={onClose} pointerOnly />
      <View id={id} className="sheet" role="dialog" modal label={title}>
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
