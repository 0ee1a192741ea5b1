import { Module } from '@nestjs/common';
import { ScreeningRepository } from './screening.repository';
import { ScreeningService } from './screening.service';

/** Content checks before publication. */
@Module({ providers: [ScreeningRepository, ScreeningService], exports: [ScreeningService] })
export class ScreeningModule {}
