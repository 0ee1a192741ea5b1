import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { SearchService } from './search.service';
import { SimilarAnswersService } from './similar-answers.service';

@Controller()
export class SearchController {
  constructor(
    private readonly searching: SearchService,
    private readonly similar: SimilarAnswersService,
  ) {}

  @Route(endpoints.search.search)
  search(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.search.search>) {
    return this.searching.run(ctx, input);
  }

  @Route(endpoints.search.similarAnswers)
  similarAnswers(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.search.similarAnswers>) {
    return this.similar.run(ctx, input);
  }
}
