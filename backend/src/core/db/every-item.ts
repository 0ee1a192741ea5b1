import type { Page } from '@sunledger/shared-types';

/** A list page by page to its end, one page in memory at a time. */
export async function* everyItem<T>(pageAt: (cursor?: string) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | undefined;
  for (;;) {
    const page = await pageAt(cursor);
    yield* page.items;
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}
