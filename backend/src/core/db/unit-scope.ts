import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Marks the asynchronous call tree of a unit of work. Code inside it that queries without `ctx.tx`
 * would read and write outside the transaction (and wait for ever on the embedded database): a bug
 * that no test of the happy way shows, so it is an error on every database.
 */
export class UnitScope {
  private readonly storage = new AsyncLocalStorage<{ open: boolean }>();
  private running = 0;

  async run<T>(work: () => Promise<T>): Promise<T> {
    const unit = { open: true };
    this.running += 1;
    try {
      return await this.storage.run(unit, work);
    } finally {
      unit.open = false;
      this.running -= 1;
      // While it is on, Node 20 runs a hook for every promise of the process, those of reads included.
      if (this.running === 0) this.storage.disable();
    }
  }

  assertOutside(): void {
    if (this.storage.getStore()?.open) {
      throw new Error('query outside the current unit of work: pass on the ctx that uow.run gave you');
    }
  }
}
