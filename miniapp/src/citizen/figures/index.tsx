import { FiguresPage } from '../../features/oversight/figures-page';
import { useParams } from '../../platform';

export default function FiguresOfRegion() {
  return <FiguresPage region={useParams('figures').region} />;
}
