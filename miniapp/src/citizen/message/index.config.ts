export default definePageConfig({
  navigationBarTitleText: '留言详情',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
});
