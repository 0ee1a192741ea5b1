import { Module } from '@nestjs/common';
import { StorageModule } from '../../adapters/storage/storage.module';
import { VirusScanModule } from '../../adapters/virus-scan/virus-scan.module';
import { AttachmentAddresses } from './attachment-addresses';
import { AttachmentController } from './attachment.controller';
import { AttachmentPurge } from './attachment-purge';
import { AttachmentRepository } from './attachment.repository';
import { AttachmentService } from './attachment.service';
import { OpenAttachmentService } from './open-attachment.service';
import { OwnAttachmentService } from './own-attachment.service';
import { AccountModule } from '../account/account.module';
import { ScreeningModule } from '../screening/screening.module';
import { ScreenAttachmentService } from './screen-attachment.service';
import { StoreAttachmentService } from './store-attachment.service';

@Module({
  imports: [StorageModule, VirusScanModule, AccountModule, ScreeningModule],
  controllers: [AttachmentController],
  providers: [
    AttachmentRepository,
    AttachmentAddresses,
    AttachmentService,
    AttachmentPurge,
    StoreAttachmentService,
    OwnAttachmentService,
    OpenAttachmentService,
    ScreenAttachmentService,
  ],
  exports: [AttachmentService, StoreAttachmentService],
})
export class AttachmentModule {}
