export default definePageConfig({
  navigationBarTitleText: '审核进展',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
