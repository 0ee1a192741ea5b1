export default definePageConfig({
  navigationBarTitleText: '放假与调休',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
