export default definePageConfig({
  navigationBarTitleText: '任务办理',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
