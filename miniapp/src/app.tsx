import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { queryClient, startPlatform, useUnknownPage } from './platform';
import './app.scss';

startPlatform();

export default function App({ children }: PropsWithChildren) {
  useUnknownPage();
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
