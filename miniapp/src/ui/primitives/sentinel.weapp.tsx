/** WeChat calls the page's onReachBottom; see sentinel.tsx for H5. */
export function Sentinel(_props: { onSight: () => void }) {
  return null;
}
