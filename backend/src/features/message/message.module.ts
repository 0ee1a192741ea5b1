import { Module } from '@nestjs/common';
import { CounterModule } from '../counter/counter.module';
import { ConsentModule } from '../consent/consent.module';
import { DeadlineModule } from '../deadline/deadline.module';
import { DeputyModule } from '../deputy/deputy.module';
import { RegionModule } from '../region/region.module';
import { ScreeningModule } from '../screening/screening.module';
import { SearchModule } from '../search/search.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { ArchiveMessagesService } from './archive-messages.service';
import { AssignManyService } from './assign-many.service';
import { AskMoreService } from './ask-more.service';
import { ChainHeads } from './chain-heads.service';
import { ClaimMessageService } from './claim-message.service';
import { ChainRepository } from './chain.repository';
import { ChainVerificationService } from './chain-verification.service';
import { DailyCounterRepository } from './daily-counter.repository';
import { EraseMessagesService } from './erase-messages.service';
import { EraseTextsRepository } from './erase-texts.repository';
import { ExplainDueService } from './explain-due.service';
import { ExtendMessageService } from './extend-message.service';
import { FollowMessageService } from './follow-message.service';
import { HandOverClaims } from './hand-over-claims.service';
import { HandOnMessageService } from './hand-on-message.service';
import { ListMessagesService } from './list-messages.service';
import { LookUpMessageService } from './look-up-message.service';
import { MergeMessageService } from './merge-message.service';
import { MessageTogetherController } from './message-together.controller';
import { MessageClockController } from './message-clock.controller';
import { MessageController } from './message.controller';
import { MessageDesk } from './message-desk.service';
import { MessageListRepository } from './message-list.repository';
import { MessageMarkRepository } from './message-mark.repository';
import { MessageNotices } from './message-notices.service';
import { MessageQueryRepository } from './message-query.repository';
import { MessageReadRepository } from './message-read.repository';
import { MessageRetention } from './message-retention';
import { MessageRepository } from './message.repository';
import { MessageRows } from './message-rows.service';
import { MessageRowsRepository } from './message-rows.repository';
import { MessageWorkflow } from './message.workflow';
import { OpenDueRepository } from './open-due.repository';
import { QuestionsOfTasks } from './questions-of-tasks.service';
import { ReviseDueService } from './revise-due.service';
import { ReceiveMessage } from './receive-message.service';
import { ReclassifyMessageService } from './reclassify-message.service';
import { RecountMessage } from './recount-message.service';
import { MessageClock } from './run-message-clock.service';
import { ShowMessageService } from './show-message.service';
import { ScreenMessageService } from './screen-message.service';
import { ScreeningController } from './screening.controller';
import { SubmitMessageService } from './submit-message.service';
import { SweepMessagesService } from './sweep-messages.service';
import { SweepRepository } from './sweep.repository';
import { TellMarksService } from './tell-marks.service';
import { WaitingMessagesRepository } from './waiting-messages.repository';
import { WaitingMessagesService } from './waiting-messages.service';
import { WithdrawMessageService } from './withdraw-message.service';

/** Messages: taken, promised, dispatched, listed, and their chain. */
@Module({
  imports: [
    CounterModule,
    ConsentModule,
    DeputyModule,
    RegionModule,
    UnitModule,
    DeadlineModule,
    ScreeningModule,
    SearchModule,
    TaskModule,
  ],
  controllers: [MessageController, MessageClockController, MessageTogetherController, ScreeningController],
  providers: [
    ArchiveMessagesService,
    AskMoreService,
    AssignManyService,
    ClaimMessageService,
    MergeMessageService,
    ExtendMessageService,
    FollowMessageService,
    ReceiveMessage,
    ReclassifyMessageService,
    RecountMessage,
    ChainHeads,
    ChainRepository,
    ChainVerificationService,
    DailyCounterRepository,
    EraseMessagesService,
    EraseTextsRepository,
    ExplainDueService,
    HandOverClaims,
    HandOnMessageService,
    ListMessagesService,
    LookUpMessageService,
    MessageClock,
    MessageDesk,
    MessageListRepository,
    MessageMarkRepository,
    MessageNotices,
    MessageQueryRepository,
    MessageReadRepository,
    MessageRetention,
    MessageRepository,
    MessageRows,
    MessageRowsRepository,
    MessageWorkflow,
    OpenDueRepository,
    QuestionsOfTasks,
    ReviseDueService,
    ScreenMessageService,
    ShowMessageService,
    SubmitMessageService,
    SweepMessagesService,
    SweepRepository,
    TellMarksService,
    WaitingMessagesRepository,
    WaitingMessagesService,
    WithdrawMessageService,
  ],
  exports: [
    HandOverClaims,
    ListMessagesService,
    MergeMessageService,
    ScreeningModule,
    FollowMessageService,
    ChainHeads,
    EraseMessagesService,
    ChainVerificationService,
    HandOnMessageService,
    MessageClock,
    MessageDesk,
    MessageNotices,
    MessageRows,
    MessageWorkflow,
    ReviseDueService,
    ShowMessageService,
    SubmitMessageService,
    WaitingMessagesService,
    WithdrawMessageService,
  ],
})
export class MessageModule {}
