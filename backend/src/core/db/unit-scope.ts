import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Marks the asynchronous call tree of a unit of work. Code inside it that queries without `ctx.tx`
 * would read and write outside the transaction (and wait for ever on the embedded database): a bug
 * that no test of the happy way shows, so it is an error on every database.
 */
export class UnitScope {
  private readonly storage = new AsyncLocalStorage<{ open: boolean }>();

  async run<T>(work: () => Promise<T>): Promise<T> {
    const unit = { open: true };
    try {
      return await this.storage.run(unit, work);
    } finally {
      unit.open = false;
    }
  }

  assertOutside(): void {
    if (this.storage.getStore()?.open) {
      throw new Error('query outside the current unit of work: pass on the ctx that uow.run gave you');
    }
  }
}
