import { regionEndpoints, type RegionOptions } from '@sunledger/shared-types';
import { useState } from 'react';
import { fieldMessage, toast, useCall, useSend } from '../../platform';
import { Button, Card, QueryView, Switch, TextInput, View } from '../../ui';

/** 备案编号, phone verification and messages a day, as the region decides them. */
export function RegionOptionsCard({ code }: { code: string }) {
  const options = useCall(regionEndpoints.options, { code });
  return (
    <Card title="基本设置">
      <QueryView query={options}>{(data) => <OptionsForm key={code} code={code} options={data} />}</QueryView>
    </Card>
  );
}

function OptionsForm({ code, options }: { code: string; options: RegionOptions }) {
  const [filing, setFiling] = useState(options.filingNumber ?? '');
  const [verified, setVerified] = useState(options.requireVerifiedPhone);
  const [perDay, setPerDay] = useState(String(options.messagesPerDay));
  const save = useSend(regionEndpoints.setOptions, {
    refreshes: [regionEndpoints.options, regionEndpoints.get, regionEndpoints.list],
  });
  const submit = async (): Promise<void> => {
    await save.run({
      code,
      filingNumber: filing.trim() === '' ? null : filing.trim(),
      requireVerifiedPhone: verified,
      messagesPerDay: Number(perDay),
    });
    toast('已保存', 'done');
  };
  return (
    <View className="stack">
      <TextInput
        label="备案编号"
        optional
        hint="显示在首页底部和隐私说明里"
        value={filing}
        onChange={setFiling}
        maxLength={60}
        error={fieldMessage(save.error, 'filingNumber')}
      />
      <Switch
        title="首次留言前核验手机号"
        note="由微信核验，号码加密保存，不给工作人员看"
        checked={verified}
        onChange={setVerified}
      />
      <TextInput
        label="每人每天最多留言"
        hint="1 到 100 条"
        kind="number"
        value={perDay}
        onChange={setPerDay}
        maxLength={3}
        error={fieldMessage(save.error, 'messagesPerDay')}
      />
      <Button onTap={submit}>保存基本设置</Button>
    </View>
  );
}
