import type { Permission } from '@sunledger/shared-types';

/** What `@Route` writes into the configuration of a Fastify route. */
export interface RouteFacts {
  readonly publicRead: boolean;
  readonly endpointPath: string;
  readonly multipart: boolean | { readonly maxBytes: number };
  readonly ownUnits: boolean;
  readonly permission: Permission;
  readonly bodyLimit?: number | undefined;
}
