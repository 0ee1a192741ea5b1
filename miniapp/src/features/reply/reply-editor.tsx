import { holdingPhraseIn, type MessageDetail } from '@sunledger/shared-types';
import { toast } from '../../platform';
import { Card, Notice, TextArea, View } from '../../ui';
import { insertInto, replyLimits, sentBackLast, type ReplyErrors, type ReplyForm } from './reply-form';
import { TemplateRow } from './template-row';

interface ReplyEditorProps {
  message: MessageDetail;
  form: ReplyForm;
  change: (part: Partial<ReplyForm>) => void;
  errors: ReplyErrors;
  saved: boolean;
  restored: boolean;
}

/** The reply in writing: why it came back, the templates, the words, and what a holding phrase asks for. */
export function ReplyEditor({ message, form, change, errors, saved, restored }: ReplyEditorProps) {
  const sentBack = sentBackLast(message.replies);
  const phrase = holdingPhraseIn(form.text);
  const status = saved ? '草稿已保存在本机' : restored ? '接着上次的草稿写' : '';
  return (
    <Card title="答复" id="reply">
      {sentBack && (
        <View className="reply-notice">
          <Notice tone="soon" icon="edit">
            上次送审被退回：{sentBack.note ?? '没有写理由'}
          </Notice>
        </View>
      )}
      <TemplateRow
        region={message.regionCode}
        kind={message.kind}
        onPick={(text) => {
          change({ text: insertInto(form.text, text) });
          toast('已插入，请核对后送审');
        }}
      />
      <TextArea
        bare
        focus
        label="答复内容"
        value={form.text}
        onChange={(text) => change({ text })}
        maxLength={replyLimits.max}
        rows={6}
        placeholder="先回答所问的事，再写材料、地点和时间"
        error={errors.text}
        status={status}
      />
      {phrase !== null && (
        <View className="mt" id="holding">
          <Notice tone="soon" icon="warn">
            “{phrase}”没有正面回答所问，请改写。确需这样答复的，写明理由，理由留存备查。
          </Notice>
          <View className="mt-s">
            <TextArea
              label="保留这句话的理由"
              value={form.holdingReason}
              onChange={(holdingReason) => change({ holdingReason })}
              maxLength={replyLimits.reason}
              rows={2}
              error={errors.holdingReason}
            />
          </View>
        </View>
      )}
    </Card>
  );
}
