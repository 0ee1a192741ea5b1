import {
  channelNames,
  channels,
  subscriptionEndpoints,
  templateUseNames,
  type Channel,
  type RegionChannels,
  type TryResult,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useCall, useSend } from '../../platform';
import { Button, Card, Notice, QueryView, Text, TextInput, View } from '../../ui';
import { missingWord, resultWords, sourceWords } from './channel-words';
import { ChannelOrder } from './channel-order';

/** 通知方式: who is told by what, in which order, with addresses that can be written and never read. */
export function ChannelsCard({ code }: { code: string }) {
  const query = useCall(subscriptionEndpoints.channels, { code });
  return (
    <QueryView query={query}>
      {(data) => (
        <View className="stack">
          <OrderCard code={code} data={data} />
          <Card title="试发一条" note="发给您自己，群机器人发到群里">
            <View className="stack">
              {channels.map((channel) => (
                <TryRow key={channel} code={code} channel={channel} missing={missingWord(channel, data)} />
              ))}
            </View>
          </Card>
          <Templates data={data} />
        </View>
      )}
    </QueryView>
  );
}

function OrderCard({ code, data }: { code: string; data: RegionChannels }) {
  const [citizen, setCitizen] = useState<readonly Channel[]>(data.citizen);
  const [staff, setStaff] = useState<readonly Channel[]>(data.staff);
  const [wecomUrl, setWecom] = useState('');
  const [dingtalkUrl, setDingtalk] = useState('');
  const [smsUrl, setSms] = useState('');
  const [smsSecret, setSecret] = useState('');
  const save = useSend(subscriptionEndpoints.setChannels, { refreshes: [subscriptionEndpoints.channels] });
  const submit = async (): Promise<void> => {
    await save.run({
      code,
      citizen: [...citizen],
      staff: [...staff],
      ...(wecomUrl.trim() === '' ? {} : { wecomUrl: wecomUrl.trim() }),
      ...(dingtalkUrl.trim() === '' ? {} : { dingtalkUrl: dingtalkUrl.trim() }),
      ...(smsUrl.trim() === '' ? {} : { smsUrl: smsUrl.trim(), smsSecret }),
    });
    [setWecom, setDingtalk, setSms, setSecret].forEach((clear) => clear(''));
    toast('已保存', 'done');
  };
  const kept = (robot: 'wecom' | 'dingtalk'): string =>
    data.robots.includes(robot) ? '已保存，不再显示；填写新的会换掉' : '从群机器人设置里复制，以 https 开头';
  return (
    <Card title="通知方式" note="从上往下试，送到为止">
      <View className="stack">
        <ChannelOrder
          title="群众"
          choices={['wechat', 'sms']}
          value={citizen}
          usual="没有选时：先微信，再短信"
          onChange={setCitizen}
        />
        <ChannelOrder
          title="工作人员"
          choices={channels}
          value={staff}
          usual="没有选时：只用微信。微信一次同意只能发一条，请至少再选一种"
          onChange={setStaff}
        />
        <TextInput
          label="政务微信群机器人地址"
          optional
          hint={kept('wecom')}
          value={wecomUrl}
          onChange={setWecom}
          maxLength={500}
        />
        <TextInput
          label="钉钉群机器人地址"
          optional
          hint={kept('dingtalk')}
          value={dingtalkUrl}
          onChange={setDingtalk}
          maxLength={500}
        />
        <TextInput
          label="本地区短信网关地址"
          optional
          hint={smsHints[data.sms]}
          value={smsUrl}
          onChange={setSms}
          maxLength={500}
        />
        {smsUrl.trim() !== '' && (
          <TextInput
            label="短信网关密钥"
            hint="至少 32 个字符，保存后不再显示"
            value={smsSecret}
            onChange={setSecret}
            maxLength={200}
          />
        )}
        <Button onTap={submit}>保存通知方式</Button>
      </View>
    </Card>
  );
}

const smsHints: Record<RegionChannels['sms'], string> = {
  none: '服务器没有统一的短信网关，填写后才能发短信',
  server: '现在用服务器统一的短信网关',
  own: '已保存本地区的短信网关，不再显示；填写新的会换掉',
};

function TryRow({ code, channel, missing }: { code: string; channel: Channel; missing: string | null }) {
  const [result, setResult] = useState<TryResult | null>(null);
  const send = useSend(subscriptionEndpoints.tryChannel);
  const go = async (): Promise<void> => setResult(await send.run({ code, channel }));
  return (
    <View className="stack stack--s">
      <View className="row row--wrap row--between">
        <Text className="grow">{channelNames[channel]}</Text>
        {missing === null ? (
          <Button kind="ghost" inline onTap={go} label={`用${channelNames[channel]}试发一条`}>
            试发
          </Button>
        ) : (
          <Text className="t-note">{missing}</Text>
        )}
      </View>
      {result && (
        <Notice
          tone={result.state === 'delivered' ? 'done' : 'soon'}
          icon={result.state === 'delivered' ? 'check' : 'info'}
        >
          {resultWords(result)}
        </Notice>
      )}
    </View>
  );
}

/** The templates belong to the one mini-program of the server; its operator sets them. */
function Templates({ data }: { data: RegionChannels }) {
  return (
    <Card title="微信订阅消息模板" note="由部署人员在服务器配置，各地区共用">
      {data.templates.length === 0 ? (
        <Notice tone={data.wechat ? 'soon' : 'grey'} icon="info">
          {data.wechat ? '还没有配置模板，微信提醒发不出去。' : '服务器没有接入微信小程序。'}
        </Notice>
      ) : (
        <View className="stack">
          {data.templates.map((template) => (
            <View key={template.use}>
              <View className="t-strong">{templateUseNames[template.use]}</View>
              <View className="t-note">编号 {template.templateId}</View>
              <View className="t-note">
                {template.fields.map(({ key, source }) => `${key} ← ${sourceWords[source]}`).join('，')}
              </View>
            </View>
          ))}
        </View>
      )}
    </Card>
  );
}
