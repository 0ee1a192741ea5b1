import { Injectable } from '@nestjs/common';
import type { MemberState, ProgressEntry, TaskDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { TaskFacts } from './task.facts';

export interface TaskProgress {
  entries: ProgressEntry[];
  /** An approved report asks for the close-out and waits. */
  closeAsked: boolean;
  /** What each unit has reported, as far as the caller may know. */
  states: ReadonlyMap<number, UnitReports>;
  returned: TaskDetail['returned'];
}

export interface UnitReports {
  state: MemberState;
  lastReportOn: string | null;
}

const NO_PROGRESS: TaskProgress = { entries: [], closeAsked: false, states: new Map(), returned: null };

/**
 * What later features know about a task and its page shows. They enter themselves when they start,
 * because imports between features run one way.
 */
@Injectable()
export class TaskAnnex {
  private readProgress: ((ctx: Ctx, task: TaskFacts) => Promise<TaskProgress>) | null = null;
  private countQuestions: ((ctx: Ctx, taskId: number) => Promise<TaskDetail['questions']>) | null = null;

  private readFollowing: ((ctx: Ctx, taskId: number) => Promise<boolean>) | null = null;
  private readLights: ((ctx: Ctx, taskId: number) => Promise<TaskDetail['lightHistory']>) | null = null;

  useProgress(read: (ctx: Ctx, task: TaskFacts) => Promise<TaskProgress>): void {
    this.readProgress = read;
  }

  useLights(read: (ctx: Ctx, taskId: number) => Promise<TaskDetail['lightHistory']>): void {
    this.readLights = read;
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
    return (await this.readProgress?.(ctx, task)) ?? NO_PROGRESS;
  }

  async lightHistory(ctx: Ctx, taskId: number): Promise<TaskDetail['lightHistory']> {
    return (await this.readLights?.(ctx, taskId)) ?? [];
  }

  async questions(ctx: Ctx, taskId: number): Promise<TaskDetail['questions']> {
    return (await this.countQuestions?.(ctx, taskId)) ?? { total: 0, answered: 0 };
  }
}
