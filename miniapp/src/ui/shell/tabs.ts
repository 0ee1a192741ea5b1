import { useSession, type Hat, type TabRoute } from '../../platform';
import type { IconName } from '../parts/icon';

export interface Tab {
  route: TabRoute;
  word: string;
  icon: IconName;
}

const desks: Record<Hat, Pick<Tab, 'word' | 'icon'>> = {
  citizen: { word: '留言', icon: 'chat' },
  staff: { word: '待办', icon: 'desk' },
  official: { word: '看板', icon: 'board' },
};

/** The four tabs; the third is what the account works with. */
export function useTabs(): Tab[] {
  const hat = useSession((state) => state.hat);
  return [
    { route: 'home', word: '首页', icon: 'home' },
    { route: 'tasks', word: '任务', icon: 'tasks' },
    { route: 'desk', ...desks[hat] },
    { route: 'me', word: '我的', icon: 'me' },
  ];
}
