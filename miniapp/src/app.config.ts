const isH5 = process.env.TARO_ENV === 'h5';
/** The gallery of ui parts is for development and is in no released package. */
const withGallery = process.env.SUNLEDGER_GALLERY === '1';

/** 同声传译, WeChat's own plugin for reading aloud; it has to be added in the console first (上线清单). */
const withSpeech = process.env.SUNLEDGER_SPEECH_PLUGIN === '1' && !isH5;

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/tasks/index', 'pages/desk/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'citizen',
      pages: [
        'plans/index',
        'plan/index',
        'task/index',
        'parts/index',
        'task-versions/index',
        'follows/index',
        'message-new/index',
        'message/index',
        'answers/index',
        'search/index',
        'regions/index',
        'figures/index',
        'sign-in/index',
        'scan/index',
        'join/index',
        'devices/index',
        'counter/index',
        'lookup/index',
        'my-data/index',
        'privacy/index',
        'feedback/index',
        'bulletins/index',
        'bulletin/index',
        'lights/index',
      ],
    },
    {
      root: 'staff',
      pages: [
        'handle/index',
        'review/index',
        'progress-new/index',
        'progress-review/index',
        'ledger/index',
        'task-manage/index',
        'task-change/index',
        'close-out/index',
        'look-back/index',
        'supervision/index',
        'templates/index',
        'deputies/index',
        'screenings/index',
      ],
    },
    {
      root: 'office',
      pages: [
        'imports/index',
        'import-check/index',
        'plan-manage/index',
        'calendar/index',
        'calendar-import/index',
        'reply-rules/index',
        'reports/index',
        'anchors/index',
        'deliveries/index',
        'colleagues/index',
        'units/index',
        'counters/index',
        'region-settings/index',
        'region-new/index',
      ],
    },
    { root: 'official', pages: ['unit/index', 'items/index', 'supervisions/index'] },
    ...(withGallery ? [{ root: 'gallery', pages: ['parts/index'] }] : []),
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['citizen'] },
    // a clerk goes on from the inbox to a message, the office to a paper, an official to a list
    'pages/desk/index': { network: 'all', packages: ['staff', 'official'] },
    'pages/tasks/index': { network: 'all', packages: ['citizen'] },
    'pages/me/index': { network: 'wifi', packages: ['citizen'] },
    'staff/ledger/index': { network: 'wifi', packages: ['office'] },
  },
  window: {
    navigationBarTitleText: '阳光台账',
    navigationBarBackgroundColor: '#f5f4f0',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f5f4f0',
    backgroundTextStyle: 'dark',
    // H5 pages draw their own bar, see ui/shell
    ...(isH5 ? { navigationStyle: 'custom' as const } : {}),
  },
  // custom: each tab page draws the bar itself (ui/shell/tab-bar.tsx), so that it grows with 大字版
  tabBar: {
    custom: true,
    color: '#646c7a',
    selectedColor: '#1d4f91',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/tasks/index', text: '任务' },
      { pagePath: 'pages/desk/index', text: '留言' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  ...(withSpeech ? { plugins: { WechatSI: { version: '0.3.6', provider: 'wx069ba97219f66d99' } } } : {}),
  lazyCodeLoading: 'requiredComponents',
  ...(isH5 ? {} : { __usePrivacyCheck__: true }),
  ...(isH5 ? { animation: false } : {}),
});
