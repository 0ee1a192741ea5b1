import { Module } from '@nestjs/common';
import { DeputyController } from './deputy.controller';
import { DeputyRepository } from './deputy.repository';
import { DeputyService } from './deputy.service';
import { ListDeputiesService } from './list-deputies.service';
import { NameDeputyService } from './name-deputy.service';

/** AB角: who stands in for whom. */
@Module({
  controllers: [DeputyController],
  providers: [DeputyRepository, DeputyService, ListDeputiesService, NameDeputyService],
  exports: [DeputyService],
})
export class DeputyModule {}
