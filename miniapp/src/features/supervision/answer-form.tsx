import { supervisionEndpoints, type SupervisionDetail } from '@sunledger/shared-types';
import { errorMessage, fieldMessage, toast, useDraft, useSend } from '../../platform';
import { Button, Card, Notice, TextArea, View } from '../../ui';
import { refreshedBySupervision } from './refreshed';

const isForm = (value: unknown): value is { text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';

/** 反馈: what the unit has done about it; the words survive leaving the page. */
export function AnswerForm({ thing }: { thing: SupervisionDetail }) {
  const [form, change, drop] = useDraft(`supervision.${thing.id}`, { text: '' }, isForm);
  const send = useSend(supervisionEndpoints.answer, {
    tells: ['staff'],
    refreshes: refreshedBySupervision,
    keepAs: `supervision.${thing.id}`,
  });
  const wrong = fieldMessage(send.error, 'text');
  const ready = form.text.trim().length >= 5;
  const answer = async (): Promise<void> => {
    try {
      await send.run({ id: thing.id, text: form.text.trim() });
    } catch (error) {
      // shown below the words
      console.warn('the answer was refused', errorMessage(error));
      return;
    }
    drop();
    toast('已反馈，等领导核定', 'done');
  };
  return (
    <Card title="反馈办理情况">
      <TextArea
        label="办理情况"
        hint="写明做了什么、还差什么、什么时候完成"
        value={form.text}
        onChange={(text) => change({ text })}
        maxLength={2000}
        rows={5}
        error={wrong}
        status={ready ? '' : '至少 5 个字'}
      />
      {send.error !== null && !wrong && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {errorMessage(send.error)}
          </Notice>
        </View>
      )}
      <View className="mt">
        <Button onTap={answer} disabled={!ready}>
          提交反馈
        </Button>
      </View>
    </Card>
  );
}
