import { regionEndpoints, regionKinds, type FoundedRegion, type RegionKind } from '@sunledger/shared-types';
import { useState } from 'react';
import { copyText, fieldMessage, toast, useSend } from '../../platform';
import { Button, Card, Notice, Picker, TextInput, View } from '../../ui';

/** The administrator founds a region; its office begins with the one code that is shown here. */
export function FoundRegion() {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<RegionKind>('县');
  const [made, setMade] = useState<FoundedRegion | null>(null);
  const found = useSend(regionEndpoints.found, { refreshes: [regionEndpoints.list] });
  const submit = async (): Promise<void> => {
    setMade(await found.run({ code: code.trim(), name: name.trim(), kind }));
    setCode('');
    setName('');
  };
  const copy = async (): Promise<void> => {
    if (made && (await copyText(made.secret))) toast('邀请码已复制', 'done');
  };
  return (
    <View className="stack">
      {made && (
        <Card title={`${made.name}已建好`}>
          <Notice tone="done" icon="check">
            {made.office.name}首位人员的邀请码：{made.secret}。{made.expiresAt.slice(0, 10)}
            前有效，只能用一次，也只显示这一次。
          </Notice>
          <View className="mt-s">
            <Button kind="ghost" onTap={copy}>
              复制邀请码
            </Button>
          </View>
        </Card>
      )}
      <Card title="新建地区">
        <View className="stack">
          <TextInput
            label="地区名称"
            hint="如“云溪县”"
            value={name}
            onChange={setName}
            maxLength={60}
            error={fieldMessage(found.error, 'name')}
          />
          <TextInput
            label="地区代码"
            hint="小写字母开头，用在网址里，如 yunxi，以后不能改"
            value={code}
            onChange={setCode}
            maxLength={32}
            error={fieldMessage(found.error, 'code')}
          />
          <Picker
            label="类别"
            value={kind}
            onChange={setKind}
            choices={regionKinds.map((value) => ({ value, label: value }))}
          />
          <Button onTap={submit} disabled={code.trim() === '' || name.trim().length < 2}>
            新建地区
          </Button>
        </View>
      </Card>
    </View>
  );
}
