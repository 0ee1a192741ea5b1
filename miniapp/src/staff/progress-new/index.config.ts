export default definePageConfig({
  navigationBarTitleText: '报进展',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
