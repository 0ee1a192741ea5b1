import { ManageTask } from '../../features/ledger/manage-task';
import { idOf, useParams } from '../../platform';

export default function TaskManagePage() {
  return <ManageTask id={idOf(useParams('taskManage').id)} />;
}
