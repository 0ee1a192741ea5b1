import type { ReactNode } from 'react';

/** The two halves of a piece of work: what is shown, and the buttons that stay in sight below it. */
export interface WorkParts {
  body: ReactNode;
  foot: ReactNode | null;
  reload: () => Promise<unknown>;
}

/** A page puts the parts into <Page>, the right half of the desk puts them under one another. */
export type WorkFrame = (parts: WorkParts) => ReactNode;
