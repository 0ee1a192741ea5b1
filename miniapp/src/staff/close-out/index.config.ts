export default definePageConfig({
  navigationBarTitleText: '核验销号',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
