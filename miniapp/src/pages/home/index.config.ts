export default definePageConfig({
  navigationBarTitleText: '阳光台账',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
