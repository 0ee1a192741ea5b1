import { BulletinView } from '../../features/bulletin/bulletin-view';
import { idOf, useParams } from '../../platform';

export default function BulletinPage() {
  const { id } = useParams('bulletin');
  return <BulletinView id={idOf(id)} />;
}
