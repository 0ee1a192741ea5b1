import type { Readable } from 'node:stream';

/**
 * Files that a client has left in the storage of the platform it runs on, because the way to this server carries none
 * (callContainer of 微信云托管). An adapter knows how to fetch them.
 */
export abstract class RemoteFiles {
  /** The content of a file by the id that the client was given; UPLOAD_NOT_FOUND when there is none of ours. */
  abstract open(id: string): Promise<Readable>;
}
