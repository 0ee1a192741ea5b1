/**
 * What a person agrees to apart from sending the message itself, word for word: the screen shows these texts
 * and the server keeps the one that was agreed to (个人信息保护法 第十四条, 第二十五条, 第三十一条). A changed text gets
 * a new version.
 */
export const consentPurposes = ['publication', 'guardian'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentPurposeWords: Record<ConsentPurpose, string> = {
  publication: '同意公开留言',
  guardian: '监护人代为提交',
};

export const consentTexts: Record<ConsentPurpose, { readonly version: string; readonly text: string }> = {
  publication: {
    version: '2026-01',
    text: '我同意这条留言经工作人员审核后，连同答复一起公开。公开时姓名只显示第一个字或“网友”，电话、证件号、车牌、账号和住址会隐去。不同意也照常办理。',
  },
  guardian: {
    version: '2026-01',
    text: '我是未满14周岁孩子的父母或其他监护人，代孩子提交这条留言，知道它只给办理单位看，不会公开。',
  },
};
