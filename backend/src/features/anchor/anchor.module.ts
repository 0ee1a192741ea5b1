import { Module } from '@nestjs/common';
import { MessageModule } from '../message/message.module';
import { RegionModule } from '../region/region.module';
import { AnchorController } from './anchor.controller';
import { AnchorRepository } from './anchor.repository';
import { AnchorService } from './anchor.service';
import { MakeAnchorsService } from './make-anchors.service';

/** What the chains were, day by day, to be kept outside the system. */
@Module({
  imports: [RegionModule, MessageModule],
  controllers: [AnchorController],
  providers: [AnchorRepository, AnchorService, MakeAnchorsService],
  exports: [AnchorService],
})
export class AnchorModule {}
