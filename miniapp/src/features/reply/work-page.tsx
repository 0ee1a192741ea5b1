import type { ReactNode } from 'react';
import { back, canGoBack, open } from '../../platform';
import { Page, View } from '../../ui';
import type { WorkParts } from './work-frame';
import './reply.scss';

/** A piece of work as a page of its own. */
export function WorkPage({ title, body, foot, reload }: WorkParts & { title: string }) {
  return (
    <Page title={title} width="full" onRefresh={reload} foot={foot ?? undefined}>
      {body}
    </Page>
  );
}

/** The same beside the list, with its buttons kept in sight at the bottom of the pane. */
export function workPane({ body, foot }: WorkParts): ReactNode {
  return (
    <>
      {body}
      {foot !== null && <View className="work-foot">{foot}</View>}
    </>
  );
}

/** Back to where one came from once a piece of work is done; to the desk when it was opened directly. */
export function leaveWork(): void {
  if (canGoBack()) back();
  else open('desk');
}
