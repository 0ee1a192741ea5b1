import { AppError } from '../errors/app-error';
import { encodeCursor, keysetSql, type KeysetSpec } from './keyset';

const spec: KeysetSpec = {
  select: 't.id',
  from: 'task t',
  index: 'ix_task_due',
  joins: 'JOIN unit u ON u.id = t.unit_id',
  where: ['t.region_id = ?', 't.state = ?'],
  parameters: [7, 'open'],
  order: [
    { column: 't.due_on', type: 'string', direction: 'asc' },
    { column: 't.id', type: 'number', direction: 'desc' },
  ],
  limit: 20,
};

describe('the page statement', () => {
  it('asks for one row more than it shows, over the named index on MySQL and plainly on SQLite', () => {
    const { sql, parameters } = keysetSql('mysql', spec);
    expect(sql).toBe(
      'SELECT t.id, t.due_on AS _k0, t.id AS _k1 FROM task t FORCE INDEX (ix_task_due) JOIN unit u ON u.id = t.unit_id ' +
        'WHERE t.region_id = ? AND t.state = ? ORDER BY t.due_on asc, t.id desc LIMIT 21',
    );
    expect(parameters).toEqual([7, 'open']);
    expect(keysetSql('sqlite', spec).sql).not.toContain('FORCE');
  });

  it('starts after the last row of the page before', () => {
    const cursor = encodeCursor(spec, { _k0: '2026-03-01', _k1: 12 });
    const { sql, parameters } = keysetSql('sqlite', { ...spec, cursor });
    expect(sql).toContain('AND t.due_on >= ? AND (t.due_on > ? OR (t.id < ?)) ORDER BY');
    expect(parameters).toEqual([7, 'open', '2026-03-01', '2026-03-01', 12]);
  });

  it('writes an instant of MySQL as the text that both databases compare with', () => {
    const cursor = encodeCursor(spec, { _k0: new Date('2026-03-01T00:00:00.5Z'), _k1: 1 });
    expect(keysetSql('mysql', { ...spec, cursor }).parameters[2]).toBe('2026-03-01 00:00:00.500');
  });

  it.each([
    '',
    'x',
    '!!',
    'bnVsbA',
    'e30',
    Buffer.from('[1,2]').toString('base64url'),
    Buffer.from('["a",1.5]').toString('base64url'),
  ])('refuses the cursor %j', (cursor) => {
    expect(() => keysetSql('sqlite', { ...spec, cursor })).toThrow(AppError);
  });

  it('takes no limit that is not a whole number within bounds, and no NULL in the order', () => {
    for (const limit of [0, 1.5, Number.NaN, 5000])
      expect(() => keysetSql('mysql', { ...spec, limit })).toThrow('limit');
    expect(() => encodeCursor(spec, { _k0: null, _k1: 1 })).toThrow('NULL');
  });
});
