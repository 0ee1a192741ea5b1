import { FiguresPage } from '../../features/oversight/figures-page';
import { useParams, useSession, useShareCard } from '../../platform';

export default function FiguresOfRegion() {
  const asked = useParams('figures').region;
  const here = useSession((state) => state.regionCode);
  useShareCard('答复公开：答了多少、按时多少、满意多少', 'figures', { region: asked ?? here });
  return <FiguresPage region={asked} />;
}
