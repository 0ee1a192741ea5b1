export default definePageConfig({
  navigationBarTitleText: '我的数据',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
