import { taskEndpoints } from '@sunledger/shared-types';
import { useCall } from '../../platform';

/** A task in whole, as far as the caller may see it. */
export const useTask = (id: number) => useCall(taskEndpoints.get, { id });
