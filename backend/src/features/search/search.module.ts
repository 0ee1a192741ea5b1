import { Module } from '@nestjs/common';
import { RegionModule } from '../region/region.module';
import { SearchAnnex } from './search-annex';
import { SearchIndex } from './search-index.service';
import { SearchController } from './search.controller';
import { SearchRepository } from './search.repository';
import { SearchService } from './search.service';
import { SimilarAnswersService } from './similar-answers.service';

@Module({
  imports: [RegionModule],
  controllers: [SearchController],
  providers: [SearchRepository, SearchAnnex, SearchIndex, SearchService, SimilarAnswersService],
  exports: [SearchIndex, SearchAnnex],
})
export class SearchModule {}
