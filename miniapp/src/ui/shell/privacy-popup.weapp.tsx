import { answerPrivacy, AGREE_BUTTON, openPrivacyGuide, usePrivacyAsked } from '../../platform';
import { Button, TextLink } from '../parts/button';
import { OpenButton } from '../primitives/open-button';
import { View } from '../primitives/primitives';

/** Asks once for consent to the privacy guide; refusing leaves everything public open. */
export function PrivacyPopup() {
  const asked = usePrivacyAsked((state) => state.asked);
  if (!asked) return null;
  return (
    <>
      <View className="veil" silent />
      <View className="sheet sheet--dialog" role="alertdialog" modal label="隐私保护提示">
        <View className="sheet__body">
          <View as="h2" className="t-head mt">
            隐私保护提示
          </View>
          <View className="t-2 mt-s">
            登录、验证手机号、选照片和扫码，会用到您的微信标识、手机号、所选的文件和相机。只用来办理您的留言，不作他用。请先看《用户隐私保护指引》。
          </View>
          <TextLink icon="shield" onTap={openPrivacyGuide}>
            看《用户隐私保护指引》
          </TextLink>
          <View className="t-note">不同意也可以浏览全部公开内容。</View>
        </View>
        <View className="sheet__foot">
          <Button kind="plain" onTap={() => answerPrivacy(false)}>
            不同意
          </Button>
          <OpenButton
            id={AGREE_BUTTON}
            open="agreePrivacyAuthorization"
            className="btn btn--primary"
            onAnswer={() => answerPrivacy(true)}
          >
            同意
          </OpenButton>
        </View>
      </View>
    </>
  );
}
