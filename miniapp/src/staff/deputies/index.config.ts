export default definePageConfig({
  navigationBarTitleText: 'AB角代办',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
