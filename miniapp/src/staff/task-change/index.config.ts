export default definePageConfig({
  navigationBarTitleText: '审核修改',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
