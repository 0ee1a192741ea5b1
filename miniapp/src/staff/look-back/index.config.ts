export default definePageConfig({
  navigationBarTitleText: '回头看',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
