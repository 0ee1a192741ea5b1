export default definePageConfig({
  navigationBarTitleText: '督办单',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
