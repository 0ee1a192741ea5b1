/** WeChat only; see privacy-popup.weapp.tsx. */
export function PrivacyPopup() {
  return null;
}
