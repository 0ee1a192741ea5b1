import { Module } from '@nestjs/common';
import { RegionModule } from '../region/region.module';
import { SearchIndex } from './search-index.service';
import { SearchController } from './search.controller';
import { SearchRepository } from './search.repository';
import { SearchService } from './search.service';
import { SimilarAnswersService } from './similar-answers.service';

@Module({
  imports: [RegionModule],
  controllers: [SearchController],
  providers: [SearchRepository, SearchIndex, SearchService, SimilarAnswersService],
  exports: [SearchIndex],
})
export class SearchModule {}
