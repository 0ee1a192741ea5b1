import {
  messageEndpoints,
  messageKinds,
  messageKindWords,
  type ReplyTemplate,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { rolesIn, toast, useSend, useSession } from '../../platform';
import { Button, Picker, Sheet, TextArea, TextInput, View } from '../../ui';
import { SheetProblem } from './sheet-problem';
import { homesOf, templateReady } from './template-form';

const kinds = [
  { value: 'every', label: '各类留言' },
  ...messageKinds.map((value) => ({ value, label: messageKindWords[value] })),
] as const;

interface TemplateSheetProps {
  code: string;
  /** Null for a new one. */
  template: ReplyTemplate | null;
  onClose: () => void;
}

/** A template in writing: for which kind, for whom, and its words. */
export function TemplateSheet({ code, template, onClose }: TemplateSheetProps) {
  const me = useSession((state) => state.me);
  const homes = homesOf(me, code, rolesIn(me, code).includes('office'));
  const [kind, setKind] = useState<string>(template?.kind ?? 'every');
  const [home, setHome] = useState(homes[0]?.value ?? '');
  const [title, setTitle] = useState(template?.title ?? '');
  const [text, setText] = useState(template?.text ?? '');
  const options = { refreshes: [messageEndpoints.templates] };
  const add = useSend(messageEndpoints.addTemplate, options);
  const change = useSend(messageEndpoints.changeTemplate, options);
  const save = async (): Promise<void> => {
    const words = {
      title: title.trim(),
      text: text.trim(),
      kind: messageKinds.find((each) => each === kind) ?? null,
    };
    try {
      if (template) await change.run({ id: template.id, ...words });
      else await add.run({ region: code, unitId: home === 'region' ? null : Number(home), ...words });
    } catch (error) {
      // shown in the sheet
      console.warn('the template was refused', error);
      return;
    }
    toast('模板已保存', 'done');
    onClose();
  };
  return (
    <Sheet
      open
      title={template ? '修改模板' : '新建模板'}
      onClose={onClose}
      foot={
        <Button onTap={save} disabled={!templateReady(title, text)}>
          保存
        </Button>
      }
    >
      <View className="stack">
        <TextInput label="名称" value={title} onChange={setTitle} placeholder="如：社保卡补办" />
        <Picker label="用于" value={kind} choices={kinds} onChange={setKind} />
        {!template && homes.length > 1 && (
          <Picker label="谁可以用" value={home} choices={homes} onChange={setHome} />
        )}
        <TextArea label="内容" value={text} onChange={setText} maxLength={3000} rows={8} />
      </View>
      <SheetProblem problem={template ? change.error : add.error} />
    </Sheet>
  );
}
