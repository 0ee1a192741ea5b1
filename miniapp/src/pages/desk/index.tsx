import { CitizenDesk } from '../../features/message/citizen-desk';
import { BoardDesk } from '../../features/oversight/board-desk';
import { StaffDesk } from '../../features/oversight/staff-desk';
import { useSession } from '../../platform';

/** WeChat wants tab pages in the main package, so the third tab is one page with three faces. */
export default function DeskPage() {
  const hat = useSession((state) => state.hat);
  if (hat === 'official') return <BoardDesk />;
  if (hat === 'staff') return <StaffDesk />;
  return <CitizenDesk />;
}
