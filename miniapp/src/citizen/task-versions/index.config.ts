export default definePageConfig({
  navigationBarTitleText: '文字修改记录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
