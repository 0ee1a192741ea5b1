export default definePageConfig({
  navigationBarTitleText: '状态怎么判定',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
