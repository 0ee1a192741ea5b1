export default definePageConfig({
  navigationBarTitleText: '导入工作要点',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
