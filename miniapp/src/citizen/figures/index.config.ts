export default definePageConfig({
  navigationBarTitleText: '答复公开',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
