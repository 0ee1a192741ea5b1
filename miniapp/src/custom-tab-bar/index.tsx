/** WeChat asks for this component when `tabBar.custom` is on; the tab pages draw the bar themselves. */
export default function CustomTabBar() {
  return null;
}
