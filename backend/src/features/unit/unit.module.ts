import { Module } from '@nestjs/common';
import { RegionModule } from '../region/region.module';
import { CreateUnitService } from './create-unit.service';
import { ListUnitsService } from './list-units.service';
import { UnitController } from './unit.controller';
import { UnitRepository } from './unit.repository';
import { UnitService } from './unit.service';
import { WriteUnitService } from './write-unit.service';

@Module({
  imports: [RegionModule],
  controllers: [UnitController],
  providers: [UnitRepository, UnitService, ListUnitsService, CreateUnitService, WriteUnitService],
  exports: [UnitService, CreateUnitService],
})
export class UnitModule {}
