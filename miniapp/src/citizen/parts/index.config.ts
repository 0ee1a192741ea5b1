export default definePageConfig({
  navigationBarTitleText: '各村进展',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
