export default definePageConfig({
  navigationBarTitleText: '审核答复',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
