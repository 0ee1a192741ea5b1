import type { ErasurePreview } from '@sunledger/shared-types';

/** What closing the account removes, with the person's own numbers. */
export function goesOf(preview: ErasurePreview): string[] {
  const { messages, openMessages, ratings, notifications, sessions } = preview;
  return [
    '登录方式、手机号和账号名称',
    ...(messages > 0 ? [`${messages} 条留言里您写的文字、称呼、联系电话和查询码`] : []),
    ...(openMessages > 0 ? [`还没办完的 ${openMessages} 条留言会一并撤回，不再办理`] : []),
    ...(ratings > 0 ? [`${ratings} 次评价里写的意见`] : []),
    ...(notifications > 0 ? [`${notifications} 条提醒`] : []),
    `${sessions} 处登录全部退出`,
  ];
}

/** What stays, and on what ground (个人信息保护法 第四十七条末款, 第二十五条). */
export const stays: readonly string[] = [
  '已经公开的问答：去掉姓名、电话等个人信息后保留，方便别人查',
  '单位作出的答复：属于公务文书，隐去您的姓名和号码后存档',
  '办理经过的时间和步骤：证明是否按期答复，里面没有个人信息',
  '您同意公开的记录：证明公开有依据，不再与姓名、手机号关联',
];
