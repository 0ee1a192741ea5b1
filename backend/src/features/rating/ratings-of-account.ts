import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData } from '../../core/personal-data';
import { RatingRepository } from './rating.repository';

/** The ratings of one account in the export; their words are erased together with the message's. */
@Injectable()
export class RatingsOfAccount implements OnModuleInit {
  constructor(
    private readonly ratings: RatingRepository,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'ratings',
      read: (ctx, accountId) => this.ratings.ofAuthor(ctx, accountId),
    });
  }
}
