import { defaultReplyRule, type ReplyRulePreset } from '@sunledger/shared-types';

type Fact = Omit<ReplyRulePreset, 'days'>;

/**
 * What five real 工作要点 promise about answers, as facts by 文号: 嵊泗 names one number, 华亭 two, the others
 * none. What a document does not name is the product's default (reply-rule, Counting 7).
 */
const facts: readonly Fact[] = [
  {
    region: '嵊泗县',
    documentNumber: '嵊政办发〔2022〕36号',
    title: '2022年嵊泗县政务公开工作要点',
    promised: { simple: 1 },
  },
  {
    region: '华亭市',
    documentNumber: '华政办发〔2022〕55号',
    title: '华亭市2022年政务公开工作要点',
    promised: { simple: 1, inquiry: 7, correction: 7, help: 7, suggestion: 7, complaint: 7 },
  },
  {
    region: '吴兴区',
    documentNumber: '吴政办发明电〔2022〕21号',
    title: '2022年吴兴区政务公开工作要点',
    promised: {},
  },
  {
    region: '拱墅区',
    documentNumber: null,
    title: '2021年拱墅区政务公开工作要点',
    promised: {},
  },
  {
    region: '常州国家高新区（新北区）',
    documentNumber: '常开委办〔2022〕91号',
    title: '常州国家高新区（新北区）2022年政务公开工作要点',
    promised: {},
  },
];

export const replyRulePresets: readonly ReplyRulePreset[] = facts.map((fact) => ({
  ...fact,
  days: { ...defaultReplyRule.days, ...fact.promised },
}));
