export default definePageConfig({
  navigationBarTitleText: '明细',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
