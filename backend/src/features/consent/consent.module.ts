import { Module } from '@nestjs/common';
import { ConsentRepository } from './consent.repository';
import { ConsentService } from './consent.service';

/** What people agreed to, word for word. */
@Module({ providers: [ConsentRepository, ConsentService], exports: [ConsentService] })
export class ConsentModule {}
