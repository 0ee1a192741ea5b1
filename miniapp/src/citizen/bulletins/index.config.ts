export default definePageConfig({
  navigationBarTitleText: '通报与开放数据',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
