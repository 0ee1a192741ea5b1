export default definePageConfig({
  navigationBarTitleText: '我关注的',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
