export default definePageConfig({
  navigationBarTitleText: '投递记录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
