export default definePageConfig({
  navigationBarTitleText: '审核与发布',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
