import type { ParsedPlan } from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, toast } from '../../platform';
import { Button, Card, DatePicker, Facts, Notice, Picker, TextArea, TextInput, View } from '../../ui';
import { headErrorsOf, headFormOf, withHead, type HeadForm } from './edit-parsed';

const disclosures = ['主动公开', '依申请公开', '不予公开'] as const;

interface CheckHeadProps {
  parsed: ParsedPlan;
  onSave: ((parsed: ParsedPlan) => Promise<unknown>) | null;
}

/** Title, number, dates and the other facts of the paper. */
export function CheckHead({ parsed, onSave }: CheckHeadProps) {
  const [form, setForm] = useState(() => headFormOf(parsed));
  const [errors, setErrors] = useState<ReturnType<typeof headErrorsOf>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const set = (part: Partial<HeadForm>): void => {
    setForm({ ...form, ...part });
    setErrors({});
  };
  if (!onSave) return <HeadFacts parsed={parsed} />;

  const save = async (): Promise<void> => {
    const found = headErrorsOf(form);
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return;
    try {
      await onSave(withHead(parsed, form));
      toast('已保存', 'done');
    } catch (error) {
      setProblem(`${errorMessage(error)}改的内容都在，请再试一次。`);
    }
  };
  const choices = [
    ...new Set<string>([...disclosures, ...(form.disclosure === '' ? [] : [form.disclosure])]),
  ];
  return (
    <Card title="文件信息">
      <TextInput
        label="标题"
        value={form.title}
        onChange={(title) => set({ title })}
        maxLength={300}
        error={errors.title}
      />
      <TextInput
        label="年份"
        value={form.year}
        onChange={(year) => set({ year })}
        kind="number"
        maxLength={4}
        error={errors.year}
      />
      <TextInput
        label="文号"
        optional
        value={form.documentNumber}
        onChange={(documentNumber) => set({ documentNumber })}
        maxLength={100}
      />
      <TextInput
        label="发文机关"
        optional
        value={form.issuer}
        onChange={(issuer) => set({ issuer })}
        maxLength={200}
      />
      <Picker
        label="公开属性"
        hint="没有标明主动公开的，发布时要写明公开的决定"
        placeholder="文件没有写明"
        value={form.disclosure}
        choices={choices.map((value) => ({ value, label: value }))}
        onChange={(disclosure) => set({ disclosure })}
      />
      <DatePicker
        label="成文日期"
        optional
        value={form.issuedOn}
        onChange={(issuedOn) => set({ issuedOn })}
      />
      <DatePicker
        label="印发日期"
        optional
        value={form.printedOn}
        onChange={(printedOn) => set({ printedOn })}
      />
      <TextInput
        label="通知标题"
        optional
        value={form.noticeTitle}
        onChange={(noticeTitle) => set({ noticeTitle })}
        maxLength={300}
      />
      <TextArea
        label="主送"
        optional
        value={form.addressees}
        onChange={(addressees) => set({ addressees })}
        maxLength={2000}
        rows={2}
      />
      <TextArea
        label="总的要求"
        optional
        value={form.overview}
        onChange={(overview) => set({ overview })}
        maxLength={5000}
        rows={3}
      />
      <TextArea
        label="结尾"
        optional
        value={form.closing}
        onChange={(closing) => set({ closing })}
        maxLength={5000}
        rows={2}
      />
      {problem !== null && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        </View>
      )}
      <View className="mt">
        <Button onTap={save}>保存文件信息</Button>
      </View>
    </Card>
  );
}

function HeadFacts({ parsed }: { parsed: ParsedPlan }) {
  return (
    <Card title="文件信息">
      <Facts
        items={[
          { label: '标题', value: parsed.title },
          { label: '年份', value: parsed.year },
          { label: '文号', value: parsed.documentNumber },
          { label: '发文机关', value: parsed.issuer },
          { label: '公开属性', value: parsed.disclosure ?? '文件没有写明' },
          { label: '成文日期', value: parsed.issuedOn },
          { label: '印发日期', value: parsed.printedOn },
          { label: '主送', value: parsed.addressees },
        ]}
      />
    </Card>
  );
}
