export default definePageConfig({
  navigationBarTitleText: '任务进展',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
