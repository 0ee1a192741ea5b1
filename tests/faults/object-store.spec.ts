import { createHash } from 'node:crypto';
import dns from 'node:dns';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskStore } from '../../backend/src/adapters/storage/disk-store';
import type { ObjectStore } from '../../backend/src/adapters/storage/object-store';
import { S3Store } from '../../backend/src/adapters/storage/s3-store';
import { startApp } from '../support/app';
import { photo } from '../support/evidence-files';
import { givenEvidence } from '../support/given/evidence.given';
import { S3StandIn } from '../support/s3-stand-in';

const key = (text: string): string => {
  const hex = createHash('sha1').update(text).digest('hex');
  return `${hex.slice(0, 2)}/${hex}`;
};

describe('an object store', () => {
  let bucket: S3StandIn;
  let folder: string;

  beforeAll(async () => {
    bucket = await S3StandIn.start();
    // The bucket's own host name is known to no resolver.
    const lookup = dns.lookup.bind(dns) as (...all: unknown[]) => void;
    jest
      .spyOn(dns, 'lookup')
      .mockImplementation(((host: string, ...rest: unknown[]) =>
        lookup(host.endsWith('.localhost') ? '127.0.0.1' : host, ...rest)) as typeof dns.lookup);
    folder = mkdtempSync(join(tmpdir(), 'sunledger-store-'));
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await bucket.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const bytesOf = async (store: ObjectStore, name: string): Promise<Buffer | null> => {
    const content = await store.read(name);
    return content && Buffer.concat((await content.toArray()) as Buffer[]);
  };

  const stores: [string, () => ObjectStore][] = [
    ['a folder', () => new DiskStore(folder)],
    ['a bucket', () => new S3Store(bucket.options())],
    ['a bucket in the path (MinIO)', () => new S3Store({ ...bucket.options(), pathStyle: true })],
  ];

  it.each(stores)('%s keeps, gives, replaces and deletes', async (name, open) => {
    const store = open();
    const [one, other] = [key(`${name} 1`), key(`${name} 2`)];
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
    await store.put(one, bytes, 'image/jpeg');
    expect((await bytesOf(store, one))?.equals(bytes)).toBe(true);
    await store.put(one, Buffer.from('another'), 'image/jpeg');
    expect(String(await bytesOf(store, one))).toBe('another');
    expect(await bytesOf(store, other)).toBeNull();
    await store.remove(one);
    await store.remove(one);
    expect(await bytesOf(store, one)).toBeNull();
  });

  it('a folder takes no key that leads out of it', async () => {
    const store = new DiskStore(folder);
    for (const bad of ['../a', '/etc/passwd', 'a/../../b', 'A', ''])
      await expect(store.put(bad, Buffer.from('x'))).rejects.toThrow('not a key');
    expect(
      readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('passwd')),
    ).toEqual([]);
  });

  it('a bucket refuses what is signed with another secret, and that is an error and not an empty file', async () => {
    const store = new S3Store({ ...bucket.options(), secretKey: 'somebody else’s secret' });
    await expect(store.put(key('x'), Buffer.from('x'), 'image/jpeg')).rejects.toThrow('403');
    await expect(store.read(key('x'))).rejects.toThrow('403');
    await expect(store.remove(key('x'))).rejects.toThrow('403');
  });

  it('files of reports go there by configuration alone', async () => {
    const { endpoint, bucket: name, accessKey, secretKey } = bucket.options();
    const app = await startApp({
      environment: {
        S3_ENDPOINT: endpoint,
        S3_REGION: 'ap-test',
        S3_BUCKET: name,
        S3_ACCESS_KEY: accessKey,
        S3_SECRET_KEY: secretKey,
        S3_PATH_STYLE: '1',
      },
    });
    try {
      const evidence = await givenEvidence(app);
      const before = bucket.objects.size;
      const { body } = await evidence.send(await photo(), '公示栏.jpg');
      expect(bucket.objects.size).toBe(before + 2);
      const picture = await app.api.raw(body.url ?? '');
      expect((await picture.arrayBuffer()).byteLength).toBe(body.bytes);
      bucket.broken = true;
      const refused = await evidence.send(await photo(), '公示栏.jpg');
      expect(refused.status).toBe(500);
      bucket.broken = false;
      expect((await evidence.send(await photo(), '公示栏.jpg')).status).toBe(201);
    } finally {
      bucket.broken = false;
      await app.stop();
    }
  });
});
