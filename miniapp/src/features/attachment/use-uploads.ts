import {
  attachmentEndpoints,
  attachmentLimits,
  taskEndpoints,
  type Attachment,
} from '@sunledger/shared-types';
import { useEffect, useRef, useState } from 'react';
import { ApiError, call, errorMessage, upload, useLatest, useNetwork, type PickedFile } from '../../platform';

/** A file on its way, or one that did not arrive. */
export interface Upload {
  key: number;
  file: PickedFile;
  percent: number;
  problem: string | null;
  /** The network failed: it is sent again when it returns. */
  waits: boolean;
  /** Trying again may help; a file that was refused stays refused. */
  again: boolean;
}

let nextKey = 1;

/**
 * Files for the next report on a task. `files` is the form's own list, kept with the draft; those on their
 * way live here. One is sent after the other: a phone's line is narrow.
 */
export function useUploads(
  taskId: number,
  files: readonly Attachment[],
  onChange: (files: Attachment[]) => void,
) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const online = useNetwork((state) => state.online);
  const latest = useRef({ files, onChange });
  latest.current = { files, onChange };
  const busy = useRef(false);
  const set = (key: number, part: Partial<Upload>): void =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));

  const send = async (one: Upload): Promise<void> => {
    try {
      const sent = await upload(taskEndpoints.attach, one.file, { id: taskId }, (percent) =>
        set(one.key, { percent }),
      );
      setUploads((all) => all.filter((each) => each.key !== one.key));
      latest.current.onChange([...latest.current.files, sent]);
    } catch (error) {
      const waits = error instanceof ApiError && error.status === 0;
      set(one.key, {
        percent: 0,
        again: error instanceof ApiError && (error.unanswered || error.status === 429),
        waits,
        problem: waits ? '没有网络，联网后自动上传' : errorMessage(error),
      });
    }
  };

  const next = uploads.find((each) => each.problem === null);
  useEffect(() => {
    if (!next || busy.current) return;
    busy.current = true;
    void send(next).finally(() => {
      busy.current = false;
    });
  });
  useEffect(() => {
    if (online)
      setUploads((all) => all.map((each) => (each.waits ? { ...each, waits: false, problem: null } : each)));
  }, [online]);

  const room = attachmentLimits.perReport - files.length - uploads.length;
  return {
    uploads,
    room,
    add: (picked: readonly PickedFile[]): void => {
      const most = attachmentLimits.bytes / 1024 / 1024;
      const added = picked.slice(0, room).map((file) => ({
        key: nextKey++,
        file,
        percent: 0,
        problem: file.size > attachmentLimits.bytes ? `文件超过 ${most} MB，请压缩后再选` : null,
        waits: false,
        again: false,
      }));
      setUploads((all) => [...all, ...added]);
    },
    again: (key: number): void => set(key, { problem: null, waits: false }),
    drop: (key: number): void => setUploads((all) => all.filter((each) => each.key !== key)),
  };
}

/**
 * Files that were kept with a draft: their addresses have ended by now, and some may be gone. Those that
 * `known` tells of (on earlier reports) are taken from there.
 */
export function useFreshFiles(
  files: readonly Attachment[],
  known: readonly Attachment[],
  onChange: (files: Attachment[]) => void,
): void {
  const now = useLatest({ files, onChange });
  const renew = useLatest(() => {
    if (files.length === 0) return;
    const renewed = files.map(
      async (file) => [file.id, known.find(({ id }) => id === file.id) ?? (await fresh(file))] as const,
    );
    void Promise.all(renewed).then((all) => {
      // what was added or taken away meanwhile stays so
      const byId = new Map(all);
      const { files, onChange } = now.current;
      onChange(files.flatMap((file) => (byId.has(file.id) ? (byId.get(file.id) ?? []) : [file])));
    });
  });
  // once, for the files that the draft came with
  useEffect(() => renew.current(), [renew]);
}

async function fresh(file: Attachment): Promise<Attachment | null> {
  try {
    return await call(attachmentEndpoints.get, { id: file.id });
  } catch (error) {
    const gone = error instanceof ApiError && error.status === 404;
    return gone ? null : file;
  }
}
