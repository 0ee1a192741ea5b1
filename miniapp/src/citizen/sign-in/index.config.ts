export default definePageConfig({
  navigationBarTitleText: '登录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
