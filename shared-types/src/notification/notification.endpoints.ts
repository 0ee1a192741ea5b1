import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Done, Id, Instant, pageInput, pageOf } from '../primitives';

export const notificationTopics = [
  'messageAssigned',
  'replyToReview',
  'replySentBack',
  'messageAnswered',
  'messageTransferred',
  'messageReminder',
  'messageOverdue',
  'messageDelayed',
  'messageEscalated',
  'questionAsked',
  'questionAnswered',
  'decisionAsked',
  'progressToReview',
  'progressSentBack',
  'progressApproved',
  'planToReview',
  'followedProgress',
  'followedClosed',
  'followedOverdue',
  'changeToReview',
  'changeDecided',
  'closeOutAsked',
  'closeOutReturned',
  'dueMoved',
  'dueToConfirm',
  'calendarMissing',
  'supervisionIssued',
  'supervisionAnswered',
  'supervisionReturned',
  'supervisionClosed',
  'supervisionOverdue',
  'urged',
  'tasksDue',
  'deputyNamed',
] as const;
export type NotificationTopic = (typeof notificationTopics)[number];

/** What a note opens; `inbox` is the list of a region in which a digest has its messages. */
export const NotificationTarget = z.object({
  kind: z.enum([
    'message',
    'task',
    'progress',
    'plan',
    'calendar',
    'supervision',
    'deputy',
    'change',
    'inbox',
  ]),
  id: z.number(),
});

/** One note in the app. It names the thing to open and carries no message text. */
export const Notification = z.object({
  id: z.number(),
  topic: z.enum(notificationTopics),
  text: z.string(),
  target: NotificationTarget,
  createdAt: Instant,
  readAt: z.nullable(Instant),
  /** How it went outside the app; `unknown` may not have arrived. Null where nothing was sent. */
  outside: z.nullable(z.enum(['delivered', 'unknown', 'notReached'])),
});
export type Notification = z.infer<typeof Notification>;

export const notificationEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/me/notifications',
    permission: 'account',
    summary: '我的提醒',
    input: z.object(pageInput),
    output: z.extend(pageOf(Notification), { unread: z.number() }),
  }),
  read: defineEndpoint({
    method: 'POST',
    path: '/me/notifications/:id/read',
    permission: 'account',
    summary: '标为已读',
    input: z.object({ id: Id }),
    output: Done,
  }),
};
