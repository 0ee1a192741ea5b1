import { planEndpoints, taskEndpoints, type TaskRow } from '@sunledger/shared-types';
import { useEffect } from 'react';
import { useCall, useKeyset } from '../../platform';

/** The newest published plan of a region; null once it is known that there is none. */
export function useNewestPlan(code: string) {
  const list = useCall(planEndpoints.list, { code, limit: 1 });
  return { ...list, plan: list.data ? (list.data.items[0] ?? null) : undefined };
}

export const usePlan = (id: number) => useCall(planEndpoints.get, { id });

export interface PlanTasks {
  tasks: TaskRow[];
  state: 'loading' | 'error' | 'ready';
  reload: () => Promise<unknown>;
}

/** All tasks of a plan, page after page, from the moment the first point is opened. */
export function usePlanTasks(region: string, plan: number, enabled: boolean): PlanTasks {
  const list = useKeyset(
    taskEndpoints.list,
    { region, plan, limit: 100 },
    { enabled: enabled && region !== '' },
  );
  const { hasMore, loadingMore, moreError, more } = list;
  useEffect(() => {
    if (hasMore && !loadingMore && !moreError) more();
  });
  const state = moreError ? 'error' : hasMore ? 'loading' : list.state;
  return { tasks: list.items, state, reload: list.reload };
}
