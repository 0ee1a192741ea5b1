import {
  messageKindWords,
  type MessageKind,
  type Supervision,
  type SupervisionState,
  type SupervisionSubject,
} from '@sunledger/shared-types';
import type { Row } from '../../core/db/database';
import {
  instantOf,
  numberOf,
  textOfRow,
  textOrNull,
  wireInstant,
  wireInstantOrNull,
} from '../../core/db/row';
import { daysLeft } from '../deadline/deadline.service';
import type { WorkCalendar } from '../deadline';
import { numberOfSupervision } from './supervision';

/** What `toSupervision` reads; joins `unit u`, and `task t` or `message m`. */
export const SUPERVISION_COLUMNS =
  's.id, s.region_id, s.year, s.seq, s.subject_kind, s.task_id, s.message_id, s.unit_id, s.instruction, s.status, ' +
  's.due_on, s.due_at, s.issued_at, s.answer, s.answered_at, s.closed_at, s.overdue_on, s.escalated_at, ' +
  'u.name AS unit_name, u.is_office, t.no AS task_no, t.text AS task_text, m.number AS message_number, m.kind AS message_kind';

export interface Look {
  readonly now: Date;
  readonly calendar: WorkCalendar;
}

export function toSupervision(row: Row, { now, calendar }: Look): Supervision {
  const state = row.status as SupervisionState;
  const due = { dueOn: textOfRow(row.due_on), dueAt: instantOf(row.due_at) };
  const late = due.dueAt <= now;
  return {
    id: numberOf(row.id),
    number: numberOfSupervision({ year: numberOf(row.year), seq: numberOf(row.seq) }),
    subject: subjectOf(row),
    unit: { id: numberOf(row.unit_id), name: textOfRow(row.unit_name) },
    instruction: textOfRow(row.instruction),
    state,
    issuedAt: wireInstant(row.issued_at),
    dueOn: due.dueOn,
    workingDaysLeft: state === 'issued' && !late ? daysLeft(calendar, due, now) : null,
    // A passed day shows at its instant, whether or not the sweep has been there.
    overdue: row.overdue_on !== null || (state === 'issued' && late),
    answer: textOrNull(row.answer),
    answeredAt: wireInstantOrNull(row.answered_at),
    closedAt: wireInstantOrNull(row.closed_at),
  };
}

function subjectOf(row: Row): SupervisionSubject {
  if (row.subject_kind === 'message') {
    const kind = messageKindWords[row.message_kind as MessageKind];
    return {
      kind: 'message',
      id: numberOf(row.message_id),
      title: `${kind} ${textOfRow(row.message_number)}`,
    };
  }
  const no = textOrNull(row.task_no);
  return {
    kind: 'task',
    id: numberOf(row.task_id),
    title: `${no === null ? '' : `${no}. `}${textOfRow(row.task_text)}`,
  };
}
