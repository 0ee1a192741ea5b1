export default definePageConfig({
  navigationBarTitleText: '台账与通报',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
