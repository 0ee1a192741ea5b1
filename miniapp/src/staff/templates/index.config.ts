export default definePageConfig({
  navigationBarTitleText: '答复模板',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
