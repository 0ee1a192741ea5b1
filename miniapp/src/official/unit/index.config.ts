export default definePageConfig({
  navigationBarTitleText: '单位详情',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
