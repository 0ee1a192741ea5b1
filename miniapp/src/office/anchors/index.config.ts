export default definePageConfig({
  navigationBarTitleText: '每日存证',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
