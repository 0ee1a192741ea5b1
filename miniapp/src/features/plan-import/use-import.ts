import { planImportEndpoints, type ParsedPlan, type PlanImport } from '@sunledger/shared-types';
import { keyOf, queryClient, useCall, useSend, useSession } from '../../platform';

/** One import and the saving of it: every change goes to the server at once, so that nothing waits to be lost. */
export function useImport(id: number) {
  const viewer = useSession((state) => state.me?.id ?? 0);
  const query = useCall(planImportEndpoints.get, { id }, { staleMs: 5 * 60_000 });
  const send = useSend(planImportEndpoints.save);
  const take = (answer: PlanImport): PlanImport => {
    queryClient.setQueryData(keyOf(planImportEndpoints.get, viewer, { id }), answer);
    return answer;
  };
  return {
    query,
    busy: send.busy,
    save: async (parsed: ParsedPlan): Promise<PlanImport> => take(await send.run({ id, parsed })),
    confirm: async (): Promise<PlanImport> => take(await send.run({ id, confirm: true })),
  };
}
