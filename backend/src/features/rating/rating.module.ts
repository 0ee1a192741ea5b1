import { Module } from '@nestjs/common';
import { MessageModule } from '../message/message.module';
import { RateReplyService } from './rate-reply.service';
import { RatingController } from './rating.controller';
import { RatingRepository } from './rating.repository';
import { RatingsOfAccount } from './ratings-of-account';

@Module({
  imports: [MessageModule],
  controllers: [RatingController],
  providers: [RatingRepository, RateReplyService, RatingsOfAccount],
  exports: [RateReplyService],
})
export class RatingModule {}
