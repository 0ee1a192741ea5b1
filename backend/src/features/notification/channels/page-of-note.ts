import type { Errand } from './channel';

/** The page of the mini-program that a note opens, as the in-app list does. No leading slash: WeChat wants none. */
export function pageOfNote({ note, audience }: Pick<Errand, 'note' | 'audience'>): {
  page: string;
  query: string;
} {
  const { kind, id } = note.target;
  const query = `id=${id}`;
  if (kind === 'message') {
    if (audience === 'citizen') return { page: 'citizen/message/index', query };
    return { page: note.topic === 'replyToReview' ? 'staff/review/index' : 'staff/handle/index', query };
  }
  if (kind === 'task') return { page: 'citizen/task/index', query };
  if (kind === 'progress') return { page: 'staff/progress-review/index', query };
  return { page: 'pages/desk/index', query: '' };
}
