/**
 * Every page, its path, and the parameters it understands (always text on the wire). A new page is one line
 * here, one in app.config.ts and a folder.
 */
export const routes = {
  // tab pages, main package
  home: '/pages/home/index',
  tasks: '/pages/tasks/index',
  desk: '/pages/desk/index',
  me: '/pages/me/index',
  // for everybody
  plans: '/citizen/plans/index',
  plan: '/citizen/plan/index',
  task: '/citizen/task/index',
  parts: '/citizen/parts/index',
  taskVersions: '/citizen/task-versions/index',
  follows: '/citizen/follows/index',
  messageNew: '/citizen/message-new/index',
  message: '/citizen/message/index',
  answers: '/citizen/answers/index',
  search: '/citizen/search/index',
  regions: '/citizen/regions/index',
  figures: '/citizen/figures/index',
  signIn: '/citizen/sign-in/index',
  scan: '/citizen/scan/index',
  join: '/citizen/join/index',
  devices: '/citizen/devices/index',
  counter: '/citizen/counter/index',
  lookup: '/citizen/lookup/index',
  myData: '/citizen/my-data/index',
  privacy: '/citizen/privacy/index',
  feedback: '/citizen/feedback/index',
  bulletins: '/citizen/bulletins/index',
  bulletin: '/citizen/bulletin/index',
  lights: '/citizen/lights/index',
  // 经办人, 审核人, 政务公开办
  handle: '/staff/handle/index',
  review: '/staff/review/index',
  progressNew: '/staff/progress-new/index',
  progressReview: '/staff/progress-review/index',
  imports: '/office/imports/index',
  importCheck: '/office/import-check/index',
  planManage: '/office/plan-manage/index',
  ledger: '/staff/ledger/index',
  taskManage: '/staff/task-manage/index',
  taskChange: '/staff/task-change/index',
  closeOut: '/staff/close-out/index',
  lookBack: '/staff/look-back/index',
  calendar: '/office/calendar/index',
  calendarImport: '/office/calendar-import/index',
  replyRules: '/office/reply-rules/index',
  supervision: '/staff/supervision/index',
  anchors: '/office/anchors/index',
  deliveries: '/office/deliveries/index',
  templates: '/staff/templates/index',
  deputies: '/staff/deputies/index',
  screenings: '/staff/screenings/index',
  reports: '/office/reports/index',
  colleagues: '/office/colleagues/index',
  units: '/office/units/index',
  counters: '/office/counters/index',
  regionSettings: '/office/region-settings/index',
  regionNew: '/office/region-new/index',
  // 领导
  unit: '/official/unit/index',
  items: '/official/items/index',
  supervisions: '/official/supervisions/index',
} as const;

export type RouteName = keyof typeof routes;

export interface RouteParams {
  /** `region` on pages of a region: which one a shared card is about. */
  home: { region?: string };
  tasks: { region?: string; light?: string; plan?: string; unit?: string; q?: string; id?: string };
  desk: { tab?: string; id?: string };
  me: Record<string, never>;
  plans: { region?: string };
  plan: { id: string; point?: string };
  task: { id: string };
  parts: { id: string };
  taskVersions: { id: string };
  follows: Record<string, never>;
  /** `counter`: the key of the counter at which it is written. */
  messageNew: { taskId?: string; kind?: string; counter?: string; region?: string };
  message: { id: string };
  answers: { region?: string; task?: string; unit?: string; q?: string; id?: string };
  search: { region?: string; q?: string };
  regions: Record<string, never>;
  figures: { region?: string };
  signIn: { then?: string };
  /** `scene` of a mini-program code. */
  scan: { scene?: string };
  join: { code?: string; scene?: string };
  /** `scene` of the code on a counter. */
  counter: { scene?: string };
  screenings: Record<string, never>;
  units: Record<string, never>;
  counters: Record<string, never>;
  regionSettings: Record<string, never>;
  regionNew: Record<string, never>;
  devices: Record<string, never>;
  colleagues: { region?: string };
  lookup: { number?: string };
  myData: Record<string, never>;
  privacy: { region?: string };
  feedback: Record<string, never>;
  bulletins: { region?: string };
  bulletin: { id: string };
  lights: { region?: string };
  handle: { id: string };
  review: { id: string };
  progressNew: { taskId: string };
  progressReview: { id: string };
  imports: Record<string, never>;
  importCheck: { id: string };
  planManage: { id: string };
  ledger: { plan?: string };
  taskManage: { id: string };
  taskChange: { id: string };
  closeOut: { id: string };
  lookBack: Record<string, never>;
  /** `id`: the year that a note is about. */
  calendar: { id?: string; region?: string };
  calendarImport: Record<string, never>;
  replyRules: { region?: string };
  supervision: { id: string };
  anchors: Record<string, never>;
  deliveries: Record<string, never>;
  templates: { region?: string };
  deputies: { id?: string };
  reports: Record<string, never>;
  unit: { id: string };
  supervisions: { list?: string; unit?: string };
  items: { what: string; unit?: string; kind?: string; section?: string; year?: string };
}

export const tabRoutes = ['home', 'tasks', 'desk', 'me'] as const satisfies readonly RouteName[];
export type TabRoute = (typeof tabRoutes)[number];

export const isTab = (name: RouteName): name is TabRoute =>
  (tabRoutes as readonly RouteName[]).includes(name);

export type ParamsGiven<N extends RouteName> = {
  [K in keyof RouteParams[N]]: RouteParams[N][K] | (string extends RouteParams[N][K] ? number : never);
};

/** The address of a page with its parameters. */
export function pathOf<N extends RouteName>(name: N, params?: Partial<ParamsGiven<N>>): string {
  const given = (params ?? {}) as Record<string, string | number | undefined>;
  const query = Object.keys(given).flatMap((key) => {
    const value = given[key];
    return value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(String(value))}`];
  });
  return query.length > 0 ? `${routes[name]}?${query.join('&')}` : routes[name];
}

/** The page an address belongs to. */
export function routeOf(path: string): RouteName | null {
  const plain = `/${path.replace(/^\//, '').split('?')[0]}`;
  return (Object.keys(routes) as RouteName[]).find((name) => routes[name] === plain) ?? null;
}
