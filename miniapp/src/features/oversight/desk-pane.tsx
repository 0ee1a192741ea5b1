import type { InboxTab } from '@sunledger/shared-types';
import { BulletinPane } from '../bulletin/bulletin-view';
import { ReviewChange } from '../ledger/review-change';
import { MessagePane } from '../message/message-view';
import { ManagePlan } from '../plan-import/manage-plan';
import { CloseOutDesk } from '../progress/close-out-desk';
import { ReportProgress } from '../progress/report-progress';
import { ReviewProgress } from '../progress/review-progress';
import { HandleMessage } from '../reply/handle-message';
import { ReviewMessage } from '../reply/review-message';
import { workPane } from '../reply/work-page';
import { TaskPane } from '../task/task-pane';
import { SupervisionPane } from '../supervision/supervision-page';
import { itemKey, placeOf } from './inbox-words';
import type { Chosen } from './use-desk';
import { useRoles } from './use-roles';

interface DeskPaneProps {
  chosen: Chosen;
  tab: InboxTab;
  onDone: () => void;
}

export default function DeskPane({ chosen, tab, onDone }: DeskPaneProps) {
  const roles = useRoles();
  const place = placeOf(chosen, tab, roles);
  const key = itemKey(chosen);
  switch (place.name) {
    case 'handle':
      return <HandleMessage key={key} id={place.id} frame={workPane} onDone={onDone} />;
    case 'review':
      return <ReviewMessage key={key} id={place.id} frame={workPane} onDone={onDone} />;
    case 'progressReview':
      return <ReviewProgress key={key} id={place.id} frame={workPane} onDone={onDone} />;
    case 'planManage':
      return <ManagePlan key={key} id={place.id} frame={workPane} onDone={onDone} />;
    case 'taskChange':
      return <ReviewChange key={key} id={place.id} frame={workPane} onDone={onDone} />;
    case 'closeOut':
      return <CloseOutDesk key={key} id={place.id} frame={workPane} onDone={onDone} />;
    case 'bulletin':
      return <BulletinPane key={key} id={place.id} onDone={onDone} />;
    case 'progressNew':
      return <ReportProgress key={key} taskId={place.taskId} frame={workPane} onDone={onDone} />;
    case 'task':
      return <TaskPane key={key} id={place.id} />;
    case 'supervision':
      return <SupervisionPane key={key} id={place.id} />;
    case 'message':
      return <MessagePane key={key} id={place.id} />;
  }
}
