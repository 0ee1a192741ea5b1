import { drift, isCurrent, migrate } from '../../backend/src/core/db/migrate';
import { startApp, type TestApp } from '../support/app';

describe('migrations', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  it('make the tables that the entities describe', async () => {
    expect(await drift(app.database)).toEqual([]);
  });

  it('are current after the start, and running them again does nothing', async () => {
    expect(await isCurrent(app.database)).toBe(true);
    expect(await migrate(app.database)).toEqual([]);
  });

  it('go down to nothing and up again', async () => {
    const { dataSource } = app.database;
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    expect(await isCurrent(app.database)).toBe(false);
    expect(await migrate(app.database)).toHaveLength(dataSource.migrations.length);
    expect(await drift(app.database)).toEqual([]);
  });
});
