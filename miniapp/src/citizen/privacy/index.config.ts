export default definePageConfig({
  navigationBarTitleText: '隐私说明',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
