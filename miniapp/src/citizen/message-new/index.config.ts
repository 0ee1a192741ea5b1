export default definePageConfig({
  navigationBarTitleText: '我要留言',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
});
