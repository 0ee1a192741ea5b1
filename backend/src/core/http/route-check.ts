import { Inject, Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import type { Endpoint } from '@sunledger/shared-types';
import { endpointOf } from './route.decorator';

/** Every endpoint of the contract. */
export const ENDPOINTS = Symbol('ENDPOINTS');

/** Endpoints of the contract whose feature is being built; empty in a release. */
export const UNBUILT = Symbol('UNBUILT');

const nameOf = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path}`;

/**
 * The server does not start with a route that declares no endpoint (it would have no permission), nor
 * with an endpoint of the contract that has no route or two.
 */
@Injectable()
export class RouteCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    @Inject(ENDPOINTS) private readonly endpoints: readonly Endpoint[],
    @Inject(UNBUILT) private readonly unbuilt: readonly Endpoint[],
  ) {}

  onApplicationBootstrap(): void {
    const problems: string[] = [];
    const routes = new Map<Endpoint, number>();
    for (const [name, handler] of this.handlers()) {
      const endpoint = endpointOf(handler);
      if (!endpoint) problems.push(`${name} declares no endpoint`);
      else routes.set(endpoint, (routes.get(endpoint) ?? 0) + 1);
    }
    for (const endpoint of this.endpoints) {
      const count = routes.get(endpoint) ?? 0;
      const allowed = count === 0 && this.unbuilt.includes(endpoint);
      if (count !== 1 && !allowed) problems.push(`${nameOf(endpoint)} has ${count} routes`);
      routes.delete(endpoint);
    }
    for (const endpoint of routes.keys()) problems.push(`${nameOf(endpoint)} is not in the contract`);
    if (problems.length > 0) throw new Error(`routes and contract differ:\n  ${problems.join('\n  ')}`);
  }

  /** Every controller method that Nest routes. */
  private handlers(): [string, object][] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype = metatype?.prototype as object | undefined;
      if (!prototype) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .map((method): [string, unknown] => [
          `${metatype?.name}.${method}`,
          (prototype as Record<string, unknown>)[method],
        ])
        .filter((entry): entry is [string, object] => isRouted(entry[1]));
    });
  }
}

function isRouted(handler: unknown): boolean {
  if (typeof handler !== 'function') return false;
  return (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined) !== undefined;
}
