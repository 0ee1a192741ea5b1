import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaskAnnex } from '../task/task-annex';
import { MessageReadRepository } from './message-read.repository';

/** Tells the page of a task how many public questions were asked about it and answered. */
@Injectable()
export class QuestionsOfTasks implements OnModuleInit {
  constructor(
    private readonly annex: TaskAnnex,
    private readonly reads: MessageReadRepository,
  ) {}

  onModuleInit(): void {
    this.annex.useQuestions((ctx, taskId) => this.reads.countOfTask(ctx, taskId));
  }
}
