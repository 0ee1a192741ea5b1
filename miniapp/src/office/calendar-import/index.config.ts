export default definePageConfig({ navigationBarTitleText: '导入放假通知' });
