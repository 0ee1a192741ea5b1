import type { CallOf, Endpoint, OutputOf, TemplateUse } from '@sunledger/shared-types';
import {
  focusManager,
  keepPreviousData,
  onlineManager,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { ApiError } from './api-error';
import { call } from './call';
import { useIntent } from './intent';
import { useNetwork } from './network';
import { useSession } from './session';
import { askToBeTold } from './wechat';

/** `networkMode: 'always'`: WeChat has no navigator.onLine, and a paused query shows nothing at all. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => count < 2 && error instanceof ApiError && error.unanswered,
      retryDelay: (count) => 600 * 2 ** count,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Refetches what is on screen when the app comes back or the network returns; called once at the start. */
export function watchFocus(): void {
  onlineManager.setEventListener((setOnline) => useNetwork.subscribe((state) => setOnline(state.online)));
  focusManager.setEventListener((setFocused) => {
    if (process.env.TARO_ENV === 'weapp') {
      Taro.onAppShow(() => setFocused(true));
      Taro.onAppHide(() => setFocused(false));
      return undefined;
    }
    const listen = (): void => setFocused(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', listen);
    return () => document.removeEventListener('visibilitychange', listen);
  });
}

/** Whose view of the data this is: another account must never see the first one's cache. */
const useViewer = (): number => useSession((state) => state.me?.id ?? 0);

export function keyOf(endpoint: Endpoint, viewer: number, input?: unknown): QueryKey {
  const key = [endpoint.path, endpoint.method, viewer];
  return input === undefined ? key : [...key, input];
}

interface UseCallOptions {
  enabled?: boolean;
  /** Keep showing the last answer while the next one (other input) is on its way. */
  keepLast?: boolean;
  staleMs?: number;
}

/** Reads one endpoint; hand the result to <QueryView>. */
export function useCall<E extends Endpoint>(endpoint: E, input: CallOf<E>, options: UseCallOptions = {}) {
  return useQuery<OutputOf<E>>({
    queryKey: keyOf(endpoint, useViewer(), input),
    queryFn: () => call(endpoint, input),
    enabled: options.enabled ?? true,
    placeholderData: options.keepLast ? keepPreviousData : undefined,
    ...(options.staleMs === undefined ? {} : { staleTime: options.staleMs }),
  });
}

type PageOf<T> = { items: T[]; nextCursor: string | null };
type ItemOf<E extends Endpoint> = OutputOf<E> extends { items: (infer T)[] } ? T : never;

/** What <KeysetList> shows. */
export interface Keyset<T> {
  items: T[];
  state: 'loading' | 'error' | 'ready';
  error: unknown;
  hasMore: boolean;
  loadingMore: boolean;
  /** The next page failed; what was loaded stays on screen. */
  moreError: unknown;
  more: () => void;
  reload: () => Promise<unknown>;
}

/** Reads an endpoint page by page; spread the result into <KeysetList>. `input` is without limit and cursor. */
export function useKeyset<E extends Endpoint>(
  endpoint: E,
  input: Omit<CallOf<E>, 'cursor'>,
  options: Pick<UseCallOptions, 'enabled'> = {},
): Keyset<ItemOf<E>> {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, useViewer(), input), 'pages'],
    queryFn: async ({ pageParam }) =>
      (await call(endpoint, { ...input, cursor: pageParam ?? undefined } as CallOf<E>)) as PageOf<ItemOf<E>>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: options.enabled ?? true,
  });
  const failed = query.isError && !query.data;
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    state: query.data ? 'ready' : failed ? 'error' : 'loading',
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    moreError: query.isFetchNextPageError ? query.error : null,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    reload: () => query.refetch(),
  };
}

/** Marks everything read from these endpoints as old, so that what is on screen is read again. */
export function useRefresh(): (...endpoints: Endpoint[]) => Promise<void> {
  const client = useQueryClient();
  return async (...endpoints) => {
    await Promise.all(endpoints.map((endpoint) => client.invalidateQueries({ queryKey: [endpoint.path] })));
  };
}

interface UseSendOptions {
  /** The endpoints whose data this changes. */
  refreshes?: Endpoint[];
  /** Keeps an unanswered intent under this name on the device, so that a repeat after a restart is a repeat. */
  keepAs?: string;
  /** What WeChat may tell of as a consequence: asked in the very tap that sends, see `askToBeTold`. */
  tells?: readonly TemplateUse[];
}

/**
 * Writes through one endpoint: `const send = useSend(messageEndpoints.submit)`, then `await send.run(input)`.
 * One intent has one Idempotency-Key: a repeat after a failure without an answer sends the same key.
 */
export function useSend<E extends Endpoint>(endpoint: E, options: UseSendOptions = {}) {
  const refresh = useRefresh();
  const intent = useIntent(options.keepAs);
  const mutation = useMutation<OutputOf<E>, unknown, CallOf<E>>({
    mutationFn: async (input) => {
      const body = JSON.stringify(input);
      try {
        const answer = await call(endpoint, input, { idempotencyKey: intent.keyFor(body) });
        intent.settle();
        return answer;
      } catch (error) {
        if (!(error instanceof ApiError) || !error.unanswered) intent.settle();
        throw error;
      }
    },
    onSuccess: () => refresh(...(options.refreshes ?? [])),
  });
  const { tells } = options;
  return {
    // WeChat opens its popup only in the tap itself: nothing may be waited for before it
    run: tells
      ? (input: CallOf<E>) => askToBeTold(tells).then(() => mutation.mutateAsync(input))
      : mutation.mutateAsync,
    busy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}
