export default definePageConfig({
  navigationBarTitleText: '留言',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
