export default definePageConfig({
  navigationBarTitleText: '台账办理',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
