export default definePageConfig({
  navigationBarTitleText: '核对导入结果',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
