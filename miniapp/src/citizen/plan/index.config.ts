export default definePageConfig({
  navigationBarTitleText: '工作要点',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
