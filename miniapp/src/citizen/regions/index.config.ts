export default definePageConfig({
  navigationBarTitleText: '选择地区',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
