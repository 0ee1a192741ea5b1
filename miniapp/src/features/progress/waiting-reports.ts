import { taskEndpoints } from '@sunledger/shared-types';
import { useEffect } from 'react';
import {
  ApiError,
  call,
  errorMessage,
  IntentKeeper,
  readStored,
  removeStored,
  toast,
  useLatest,
  useNetwork,
  useRefresh,
  writeStored,
} from '../../platform';
import { isProgressForm, progressInputOf } from './progress-form';
import { refreshedByReports } from './refreshed';

const listKey = 'progress.waiting';
const isIds = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');

/** The tasks whose report was sent without a network; the report itself is the draft. */
export const waitingTasks = (): number[] => readStored(listKey, isIds) ?? [];

export const isWaiting = (taskId: number): boolean => waitingTasks().includes(taskId);

export function setWaiting(taskId: number, waits: boolean): void {
  const others = waitingTasks().filter((id) => id !== taskId);
  if (waits || others.length > 0) writeStored(listKey, waits ? [...others, taskId] : others);
  else removeStored(listKey);
}

/** The name under which a report's intent outlives the page: the same words again are the same report. */
export const intentOf = (taskId: number): string => `progress.${taskId}`;

/** Sends one report that waited; true when nothing is left to wait for. */
async function sendOne(taskId: number): Promise<boolean> {
  const form = readStored(`draft.progress.${taskId}`, isProgressForm);
  if (!form) return true;
  const input = progressInputOf(form, taskId);
  const intent = new IntentKeeper(intentOf(taskId));
  try {
    await call(taskEndpoints.report, input, { idempotencyKey: intent.keyFor(JSON.stringify(input)) });
  } catch (error) {
    if (error instanceof ApiError && error.unanswered) return false;
    intent.settle();
    toast(`有一条进展没有报上：${errorMessage(error)}草稿还在。`, 'bad');
    return true;
  }
  intent.settle();
  removeStored(`draft.progress.${taskId}`);
  toast('联网了，等待中的进展已报送', 'done');
  return true;
}

/** Sends what waits as soon as there is a network, wherever in the desk one is. */
export function useWaitingReports(): void {
  const online = useNetwork((state) => state.online);
  const refresh = useRefresh();
  const sendAll = useLatest(async (): Promise<void> => {
    for (const taskId of waitingTasks()) {
      if (!(await sendOne(taskId))) continue;
      setWaiting(taskId, false);
      await refresh(...refreshedByReports);
    }
  });
  useEffect(() => {
    if (online) void sendAll.current();
  }, [online, sendAll]);
}
