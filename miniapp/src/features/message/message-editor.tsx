import { consentTexts, messageKinds, messageKindWords } from '@sunledger/shared-types';
import { confirm, open } from '../../platform';
import { Card, Check, Notice, Segmented, Switch, TextArea, TextInput, TextLink, View } from '../../ui';
import { PhoneCard } from '../account/phone-card';
import { EmergencyLines } from './emergency-lines';
import { textLimits, writingHints } from './message-form';
import { publicName } from './message-words';
import { SimilarAnswers } from './similar-answers';
import { TargetCard } from './target-card';
import type { MessageFormState } from './use-message-form';
import type { MessageTarget } from './use-target';
import './message-editor.scss';

const kindOptions = messageKinds.map((value) => ({ value, label: messageKindWords[value] }));

/** The form of 我要留言, from the target to the opt-in; the promise and the button that sends it are in the page's foot. */
export function MessageEditor({ state, target }: { state: MessageFormState; target: MessageTarget }) {
  const { form, change, errors, problem, saved, restored } = state;
  const kept = restored && form.text !== '';
  const startOver = async (): Promise<void> => {
    const yes = await confirm({ title: '清空写好的内容？', confirmText: '清空重写', danger: true });
    if (yes) state.startOver();
  };
  return (
    <View className="stack editor">
      <TargetCard target={target} />
      <Segmented
        options={kindOptions}
        value={form.kind}
        onChange={(kind) => change({ kind })}
        label="留言类型"
      />
      {form.kind === 'help' && <EmergencyLines />}
      <Card id="field-text" className="editor__field">
        <TextArea
          bare
          label="留言内容"
          value={form.text}
          onChange={(text) => change({ text })}
          placeholder={writingHints[form.kind]}
          maxLength={textLimits.max}
          error={errors.text}
          status={saved ? '草稿已保存' : kept ? '已恢复上次的草稿' : '不用写身份证号'}
        />
        {kept && (
          <TextLink icon="edit" onTap={() => void startOver()}>
            清空重写
          </TextLink>
        )}
      </Card>
      <SimilarAnswers region={target.region} text={form.text} />
      <Card id="field-contactName" className="editor__field" title="怎么联系您" note="都可以不填">
        <TextInput
          label="称呼"
          optional
          value={form.contactName}
          onChange={(contactName) => change({ contactName })}
          placeholder="如：王女士"
          maxLength={textLimits.name}
          error={errors.contactName}
        />
        <View id="field-contactPhone" className="mt editor__field">
          <TextInput
            label="电话"
            optional
            kind="tel"
            value={form.contactPhone}
            onChange={(contactPhone) => change({ contactPhone })}
            placeholder="手机或固定电话"
            maxLength={20}
            hint="电话只给办理单位看，从不公开"
            error={errors.contactPhone}
          />
        </View>
      </Card>
      <Card>
        <Switch
          title="公开我的留言"
          note={
            form.open
              ? `${consentTexts.publication.text}您的姓名会显示为“${publicName(form.contactName)}”。`
              : '现在不公开，只有您和办理单位能看到'
          }
          checked={form.open}
          onChange={(open) => change({ open, ...(open ? { guardian: false } : {}) })}
        />
        <View className="t-note mt">未满14周岁的孩子，请由父母或其他监护人代为提交。</View>
        <Check
          title="我是监护人，代孩子提交"
          note={form.guardian ? consentTexts.guardian.text : undefined}
          checked={form.guardian === true}
          onChange={(guardian) => change({ guardian, ...(guardian ? { open: false } : {}) })}
        />
        <TextLink icon="shield" onTap={() => open('privacy')}>
          隐私说明
        </TextLink>
      </Card>
      {state.wantsPhone && <PhoneCard region={target.region} onVerified={() => void state.submitAgain()} />}
      <View id="problem" className="editor__field">
        {problem && (
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        )}
      </View>
    </View>
  );
}
