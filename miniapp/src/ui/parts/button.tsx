import { useRef, useState, type ReactNode } from 'react';
import { errorMessage, toast } from '../../platform';
import { Tap, Text } from '../primitives/primitives';
import { Icon, type IconName } from './icon';

interface ButtonProps {
  /** May return a promise: the button is busy and deaf until it settles; a rejection is shown as a toast. */
  onTap: () => unknown;
  children: ReactNode;
  kind?: 'primary' | 'ghost' | 'danger' | 'plain';
  icon?: IconName;
  busy?: boolean;
  disabled?: boolean;
  /** As wide as its words. */
  inline?: boolean;
  label?: string;
  id?: string;
}

/** A second tap within this time is a double tap, not a wish. */
const deafMs = 400;

export function Button({
  onTap,
  children,
  kind = 'primary',
  icon,
  busy,
  disabled,
  inline,
  label,
  id,
}: ButtonProps) {
  const [working, setWorking] = useState(false);
  const lastTap = useRef(0);
  const running = useRef(false);
  const waiting = working || busy === true;

  const tap = (): void => {
    const now = Date.now();
    if (waiting || running.current || now - lastTap.current < deafMs) return;
    lastTap.current = now;
    const result = onTap();
    if (!(result instanceof Promise)) return;
    running.current = true;
    setWorking(true);
    result
      .catch((error: unknown) => toast(errorMessage(error), 'bad'))
      .finally(() => {
        running.current = false;
        setWorking(false);
      });
  };

  const classes = ['btn', disabled ? 'btn--off' : `btn--${kind}`, inline ? 'btn--inline' : ''].filter(
    Boolean,
  );
  return (
    <Tap id={id} className={classes.join(' ')} onTap={tap} disabled={disabled} busy={waiting} label={label}>
      {waiting && <Text className="spinner" silent />}
      {!waiting && icon && <Icon name={icon} className="btn__icon" />}
      <Text>{children}</Text>
    </Tap>
  );
}

/** An action that looks like a word. */
export function TextLink({
  onTap,
  children,
  icon,
  label,
}: Pick<ButtonProps, 'children' | 'icon' | 'label'> & { onTap: () => void }) {
  return (
    <Tap className="text-link" onTap={onTap} label={label}>
      {icon && <Icon name={icon} className="btn__icon" />}
      <Text>{children}</Text>
    </Tap>
  );
}
