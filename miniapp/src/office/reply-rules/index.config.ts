export default definePageConfig({
  navigationBarTitleText: '答复承诺',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
