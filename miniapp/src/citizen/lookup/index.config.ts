export default definePageConfig({
  navigationBarTitleText: '查办理进度',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
});
