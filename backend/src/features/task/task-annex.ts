import { Injectable } from '@nestjs/common';
import type { ProgressEntry, TaskDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { TaskFacts } from './task.facts';

export interface TaskProgress {
  entries: ProgressEntry[];
  /** An approved report asks for the close-out and waits. */
  closeAsked: boolean;
}

/**
 * What later features know about a task and its page shows. They enter themselves when they start,
 * because imports between features run one way.
 */
@Injectable()
export class TaskAnnex {
  private readProgress: ((ctx: Ctx, task: TaskFacts) => Promise<TaskProgress>) | null = null;
  private countQuestions: ((ctx: Ctx, taskId: number) => Promise<TaskDetail['questions']>) | null = null;

  private readFollowing: ((ctx: Ctx, taskId: number) => Promise<boolean>) | null = null;

  useProgress(read: (ctx: Ctx, task: TaskFacts) => Promise<TaskProgress>): void {
    this.readProgress = read;
  }

  /** Public questions about a task: all of them, and the answered ones. */
  useQuestions(count: (ctx: Ctx, taskId: number) => Promise<TaskDetail['questions']>): void {
    this.countQuestions = count;
  }

  /** Whether the caller follows a task. */
  useFollowing(read: (ctx: Ctx, taskId: number) => Promise<boolean>): void {
    this.readFollowing = read;
  }

  async following(ctx: Ctx, taskId: number): Promise<boolean> {
    return (await this.readFollowing?.(ctx, taskId)) ?? false;
  }

  async progress(ctx: Ctx, task: TaskFacts): Promise<TaskProgress> {
    return (await this.readProgress?.(ctx, task)) ?? { entries: [], closeAsked: false };
  }

  async questions(ctx: Ctx, taskId: number): Promise<TaskDetail['questions']> {
    return (await this.countQuestions?.(ctx, taskId)) ?? { total: 0, answered: 0 };
  }
}
