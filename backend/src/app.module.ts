import { Module, type DynamicModule } from '@nestjs/common';
import { endpoints, type Endpoint } from '@sunledger/shared-types';
import { CoreModule, type CoreParts } from './core/core.module';
import { AccountModule } from './features/account/account.module';
import { RegionModule } from './features/region/region.module';
import { UnitModule } from './features/unit/unit.module';

/** The endpoints whose feature is being built: its author deletes the line when the routes stand. */
const unbuilt: readonly Endpoint[] = [
  endpoints.plan,
  endpoints.planImport,
  endpoints.task,
  endpoints.message,
  endpoints.search,
  endpoints.notification,
  endpoints.oversight,
].flatMap((group) => Object.values<Endpoint>(group));

/** The features in reading order. */
const features = [RegionModule, UnitModule, AccountModule];

@Module({})
export class AppModule {
  static with(parts: CoreParts): DynamicModule {
    return { module: AppModule, imports: [CoreModule.with({ unbuilt, ...parts }), ...features] };
  }
}
