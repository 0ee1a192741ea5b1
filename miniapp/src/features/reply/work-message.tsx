import { messageEndpoints, type MessageDetail } from '@sunledger/shared-types';
import type { ReactNode } from 'react';
import { useCall } from '../../platform';
import { QueryView } from '../../ui';
import type { WorkFrame } from './work-frame';

/** What a piece of work on one message is given by its page or pane. */
export interface WorkProps {
  id: number;
  frame: WorkFrame;
  /** The message has left this desk. */
  onDone: () => void;
  /** The words and the rest side by side, on wide pages. */
  columns?: boolean;
}

export interface LoadedProps extends Omit<WorkProps, 'id'> {
  message: MessageDetail;
  reload: () => Promise<unknown>;
}

/** Reads the message; the work on it is drawn once it is there. */
export function WorkMessage({
  id,
  children,
  ...rest
}: WorkProps & { children: (loaded: LoadedProps) => ReactNode }) {
  const message = useCall(messageEndpoints.get, { id });
  if (message.data) return <>{children({ message: message.data, reload: message.refetch, ...rest })}</>;
  const body = <QueryView query={message}>{() => null}</QueryView>;
  return <>{rest.frame({ body, foot: null, reload: message.refetch })}</>;
}
