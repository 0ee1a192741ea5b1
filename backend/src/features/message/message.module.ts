import { Module } from '@nestjs/common';
import { DeadlineModule } from '../deadline/deadline.module';
import { RegionModule } from '../region/region.module';
import { SearchModule } from '../search/search.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { ChainRepository } from './chain.repository';
import { ChainVerificationService } from './chain-verification.service';
import { DailyCounterRepository } from './daily-counter.repository';
import { ExplainDueService } from './explain-due.service';
import { HandOnMessageService } from './hand-on-message.service';
import { ListMessagesService } from './list-messages.service';
import { MarkOverdueService } from './mark-overdue.service';
import { MessageController } from './message.controller';
import { MessageDesk } from './message-desk.service';
import { MessageListRepository } from './message-list.repository';
import { MessageNotices } from './message-notices.service';
import { MessageReadRepository } from './message-read.repository';
import { MessageRepository } from './message.repository';
import { MessageWorkflow } from './message.workflow';
import { QuestionsOfTasks } from './questions-of-tasks.service';
import { ShowMessageService } from './show-message.service';
import { SubmitMessageService } from './submit-message.service';
import { WaitingMessagesRepository } from './waiting-messages.repository';
import { WaitingMessagesService } from './waiting-messages.service';
import { WithdrawMessageService } from './withdraw-message.service';

/** Messages: taken, promised, dispatched, listed, and their chain. */
@Module({
  imports: [RegionModule, UnitModule, DeadlineModule, SearchModule, TaskModule],
  controllers: [MessageController],
  providers: [
    ChainRepository,
    ChainVerificationService,
    DailyCounterRepository,
    ExplainDueService,
    HandOnMessageService,
    ListMessagesService,
    MarkOverdueService,
    MessageDesk,
    MessageListRepository,
    MessageNotices,
    MessageReadRepository,
    MessageRepository,
    MessageWorkflow,
    QuestionsOfTasks,
    ShowMessageService,
    SubmitMessageService,
    WaitingMessagesRepository,
    WaitingMessagesService,
    WithdrawMessageService,
  ],
  exports: [
    ChainVerificationService,
    HandOnMessageService,
    MarkOverdueService,
    MessageDesk,
    MessageNotices,
    MessageWorkflow,
    ShowMessageService,
    SubmitMessageService,
    WaitingMessagesService,
    WithdrawMessageService,
  ],
})
export class MessageModule {}
