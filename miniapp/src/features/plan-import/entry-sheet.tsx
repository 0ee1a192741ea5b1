import { useEffect, useState } from 'react';
import { errorMessage } from '../../platform';
import { Button, DatePicker, Notice, Sheet, Switch, TextArea, TextInput, View } from '../../ui';
import { entryErrorOf, type EntryForm } from './edit-parsed';
import './plan-import.scss';

interface EntrySheetProps {
  /** Null while nothing is edited. */
  form: EntryForm | null;
  title: string;
  kind: 'task' | 'item';
  onSave: (form: EntryForm) => Promise<unknown>;
  /** Left out where an entry cannot be taken away. */
  onRemove?: () => Promise<unknown>;
  onClose: () => void;
}

/** The fields of one task or item of the reading. */
export function EntrySheet({ form: start, title, kind, onSave, onRemove, onClose }: EntrySheetProps) {
  const [form, setForm] = useState<EntryForm | null>(start);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    setForm(start);
    setProblem(null);
  }, [start]);
  const set = (part: Partial<EntryForm>): void => setForm(form ? { ...form, ...part } : form);

  const run = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      setProblem(`${errorMessage(error)}改的内容都在，请再试一次。`);
      return;
    }
    onClose();
  };
  const save = async (): Promise<void> => {
    if (!form) return;
    const wrong = entryErrorOf(form);
    setProblem(wrong ?? null);
    if (!wrong) await run(() => onSave(form));
  };

  return (
    <View className="entry-sheet">
      <Sheet
        open={start !== null}
        title={title}
        onClose={onClose}
        foot={
          <>
            {onRemove && (
              <Button kind="danger" onTap={() => run(onRemove)}>
                删去
              </Button>
            )}
            <Button onTap={save}>保存</Button>
          </>
        }
      >
        {form && (
          <View>
            <TextInput
              label={kind === 'task' ? '序号' : '编号'}
              optional
              value={form.no}
              onChange={(no) => set({ no })}
              maxLength={20}
            />
            {kind === 'item' && (
              <TextInput
                label="标题"
                optional
                value={form.title}
                onChange={(next) => set({ title: next })}
                maxLength={200}
              />
            )}
            <TextArea
              label={kind === 'task' ? '任务内容' : '正文'}
              value={form.text}
              onChange={(text) => set({ text })}
              maxLength={8000}
              rows={4}
            />
            <TextArea
              label="牵头单位"
              optional
              hint="一行写一个单位"
              value={form.leadUnits}
              onChange={(leadUnits) => set({ leadUnits })}
              maxLength={2000}
              rows={2}
            />
            <TextArea
              label="责任单位"
              optional
              hint="一行写一个单位"
              value={form.responsibleUnits}
              onChange={(responsibleUnits) => set({ responsibleUnits })}
              maxLength={4000}
              rows={2}
            />
            <TextInput
              label="完成时限（照原文）"
              optional
              value={form.deadlineText}
              onChange={(deadlineText) => set({ deadlineText })}
              maxLength={100}
            />
            <DatePicker
              label="到期日"
              optional
              hint="没有确定日子的不填"
              value={form.dueOn}
              onChange={(dueOn) => set({ dueOn })}
            />
            {form.dueOn !== '' && (
              <View className="mt-s">
                <Button kind="plain" inline onTap={() => set({ dueOn: '' })}>
                  清除到期日
                </Button>
              </View>
            )}
            {kind === 'task' && (
              <View className="mt">
                <Switch
                  title="全年持续的任务"
                  checked={form.continuous}
                  onChange={(continuous) => set({ continuous })}
                />
              </View>
            )}
          </View>
        )}
        {problem !== null && (
          <View className="mt">
            <Notice tone="late" icon="warn">
              {problem}
            </Notice>
          </View>
        )}
      </Sheet>
    </View>
  );
}
