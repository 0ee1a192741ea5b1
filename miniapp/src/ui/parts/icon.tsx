import { Text } from '../primitives/primitives';

export type IconName =
  | 'home'
  | 'tasks'
  | 'chat'
  | 'desk'
  | 'board'
  | 'me'
  | 'back'
  | 'next'
  | 'down'
  | 'search'
  | 'close'
  | 'plus'
  | 'check'
  | 'edit'
  | 'phone'
  | 'clock'
  | 'calendar'
  | 'file'
  | 'link'
  | 'share'
  | 'refresh'
  | 'font'
  | 'bell'
  | 'shield'
  | 'building'
  | 'warn'
  | 'info'
  | 'star'
  | 'upload'
  | 'filter'
  | 'sun'
  | 'pin'
  | 'exit'
  | 'swap'
  | 'copy'
  | 'sound';

/** A line icon in the colour and size of the text. Never the only carrier of a meaning. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <Text className={`icon icon--${name}${className ? ` ${className}` : ''}`} silent />;
}
