export default definePageConfig({
  navigationBarTitleText: '办理留言',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
