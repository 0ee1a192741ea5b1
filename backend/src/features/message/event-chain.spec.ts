import * as fc from 'fast-check';
import { chainHash, chainHead, newSalt, saltedDigest, type ChainEvent } from './event-chain';

const key = Buffer.alloc(32, 7);
const event: ChainEvent = {
  regionId: 1,
  number: 'YX20260302-0001',
  seq: 1,
  code: 'received',
  at: new Date('2026-03-02T02:00:00.000Z'),
  by: 'author',
  actorId: null,
  unitId: 3,
  facts: { kind: 'inquiry', simple: true, dueOn: '2026-03-03' },
  digest: 'ab',
};

describe('the chain of a message', () => {
  it('does not depend on the order in which facts were written', () => {
    const facts = { dueOn: '2026-03-03', simple: true, kind: 'inquiry' };
    expect(chainHash(key, '', { ...event, facts })).toBe(chainHash(key, '', event));
  });

  it.each<[string, Partial<ChainEvent>]>([
    ['region', { regionId: 2 }],
    ['number', { number: 'YX20260302-0002' }],
    ['place', { seq: 2 }],
    ['code', { code: 'assigned' }],
    ['time', { at: new Date('2026-03-02T02:00:00.001Z') }],
    ['maker', { by: 'staff' }],
    ['account', { actorId: 9 }],
    ['unit', { unitId: 4 }],
    ['facts', { facts: { ...event.facts, dueOn: '2026-03-04' } }],
    ['text', { digest: 'ac' }],
  ])('another %s is another hash', (_, change) => {
    expect(chainHash(key, '', { ...event, ...change })).not.toBe(chainHash(key, '', event));
  });

  it('“Rows are HMACed over the row before, with a key kept outside the database”', () => {
    expect(chainHash(key, 'x', event)).not.toBe(chainHash(key, '', event));
    expect(chainHash(Buffer.alloc(32, 8), '', event)).not.toBe(chainHash(key, '', event));
  });

  it('“the message row keeps head and length”: a head that nobody without the key can make for a shorter chain', () => {
    expect(chainHead(key, event, 2, 'h')).not.toBe(chainHead(key, event, 1, 'h'));
    expect(chainHead(Buffer.alloc(32, 8), event, 2, 'h')).not.toBe(chainHead(key, event, 2, 'h'));
  });

  it('“only a salted digest of each text”: it says nothing once its salt is gone', () => {
    const [one, two] = [newSalt(), newSalt()];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(saltedDigest(one, '同一句话')).not.toBe(saltedDigest(two, '同一句话'));
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (a, b) => (a === b) === (saltedDigest(one, a) === saltedDigest(one, b)),
      ),
    );
  });
});
