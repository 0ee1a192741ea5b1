import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import { DiskStore } from './disk-store';
import { ObjectStore } from './object-store';
import { S3Store } from './s3-store';

/** The object store of the configuration. */
@Module({
  providers: [
    {
      provide: ObjectStore,
      inject: [CONFIG],
      useFactory: ({ store }: Config) =>
        store.kind === 's3' ? new S3Store(store) : new DiskStore(store.folder),
    },
  ],
  exports: [ObjectStore],
})
export class StorageModule {}
