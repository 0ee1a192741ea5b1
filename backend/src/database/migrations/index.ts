import { People2026010100001 } from './0001-people.migration';
import { Core2026010100002 } from './0002-core.migration';
import { Ledger2026010100003 } from './0003-ledger.migration';
import { Messages2026010100004 } from './0004-messages.migration';
import { Calendar2026010100006 } from './0006-calendar.migration';
import { MessageClock2026010100007 } from './0007-message-clock.migration';
import { MessageRounds2026010100008 } from './0008-message-rounds.migration';
import { MessageDecline2026010100009 } from './0009-message-decline.migration';
import { MessageRevision2026010100010 } from './0010-message-revision.migration';
import { MessageMarks2026010100011 } from './0011-message-marks.migration';
import { MessageLife2026010100012 } from './0012-message-life.migration';
import { Trust2026010100013 } from './0013-trust.migration';
import { Figures2026010100014 } from './0014-figures.migration';
import { Attachment2026010100015 } from './0015-attachment.migration';
import { LedgerWork2026010100016 } from './0016-ledger-work.migration';
import { Wechat2026010100018 } from './0018-wechat.migration';
import { Report2026010100017 } from './0017-report.migration';
import { DeadLetters2026010100021 } from './0021-dead-letters.migration';
import { ConsentWithdrawn2026010100023 } from './0023-consent-withdrawn.migration';
import { Supervision2026010100024 } from './0024-supervision.migration';
import { Follow2026010100025 } from './0025-follow.migration';
import { Invitations2026010100028 } from './0028-invitations.migration';
import { OverrideTurns2026010100030 } from './0030-override-turns.migration';
import { LightSettings2026010100032 } from './0032-light-settings.migration';
import { Guesses2026010100040 } from './0040-guesses.migration';
import { ScreeningPending2026010100036 } from './0036-screening-pending.migration';
import { Counter2026010100037 } from './0037-counter.migration';
import { TaskEventChanges2026010100033 } from './0033-task-event-changes.migration';

/** Every migration in order; a released one is never edited, the next one mends it. */
export const migrations = [
  People2026010100001,
  Core2026010100002,
  Ledger2026010100003,
  Messages2026010100004,
  Calendar2026010100006,
  MessageClock2026010100007,
  MessageRounds2026010100008,
  MessageDecline2026010100009,
  MessageRevision2026010100010,
  MessageMarks2026010100011,
  MessageLife2026010100012,
  Trust2026010100013,
  Figures2026010100014,
  Attachment2026010100015,
  LedgerWork2026010100016,
  Wechat2026010100018,
  Report2026010100017,
  DeadLetters2026010100021,
  ConsentWithdrawn2026010100023,
  Supervision2026010100024,
  Follow2026010100025,
  Invitations2026010100028,
  OverrideTurns2026010100030,
  LightSettings2026010100032,
  Guesses2026010100040,
  ScreeningPending2026010100036,
  Counter2026010100037,
  TaskEventChanges2026010100033,
];
