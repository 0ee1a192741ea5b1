export const messageKinds = ['inquiry', 'suggestion', 'complaint', 'help', 'correction'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const messageKindWords: Record<MessageKind, string> = {
  inquiry: '咨询',
  suggestion: '建议',
  complaint: '投诉',
  help: '求助',
  correction: '纠错',
};

/**
 * Where a message comes from: sent on its own, a further question on an answer, a rework that a bad
 * rating opened, or the handling anew of one that was declined wrongly. Each has its own receipt, clock and chain; the one before keeps its result.
 */
export const messageOrigins = ['message', 'followUp', 'rework', 'reopened'] as const;
export type MessageOrigin = (typeof messageOrigins)[number];
export const messageOriginWords: Record<MessageOrigin, string> = {
  message: '留言',
  followUp: '追问',
  rework: '整改',
  reopened: '重新办理',
};

/** Ratings up to this level open a rework, to be answered within so many working days. */
export const REWORK_LEVEL = 2;
export const REWORK_DAYS = 5;

/**
 * For so many days after an answer it may be rated, objected to and followed up by one question; with the
 * end of the last of them the message is archived. It stays public.
 */
export const ARCHIVE_AFTER_DAYS = 30;

/** After so many hours without an answer a claim is stale and colleagues may take the message over. */
export const CLAIM_HOURS = 24;

/** Why a message gets another kind, or is no simple inquiry; told to the citizen. */
export const reclassifyReasons = ['notSimple', 'wrongKind', 'needsSurvey', 'severalUnits', 'other'] as const;
export type ReclassifyReason = (typeof reclassifyReasons)[number];
export const reclassifyReasonWords: Record<ReclassifyReason, string> = {
  notSimple: '不能直接按已公布的规定答复',
  wrongKind: '留言类型与内容不符',
  needsSurvey: '需要实地调查核实',
  severalUnits: '需要多个单位共同研究',
  other: '其他原因',
};

/** Why a message is not taken up; told to the citizen together with where to go instead. */
export const declineReasons = ['otherRegion', 'legalProcedure', 'repeated', 'unclear', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const declineReasonWords: Record<DeclineReason, string> = {
  otherRegion: '不属于本地区职责',
  legalProcedure: '应当通过诉讼、仲裁、行政复议等法定途径解决',
  repeated: '已经答复过，没有新的事实或理由',
  unclear: '没有可以办理的具体内容',
  other: '其他原因',
};

/** A question to the citizen stops the clock at most so often, and for so many working days together. */
export const MAX_QUESTIONS = 2;
export const MAX_PAUSED_DAYS = 10;
/** The most working days that an extension may add. */
export const MAX_EXTENSION_DAYS = 15;

/** Answers that say nothing; stopped until a reason is given. */
export const holdingPhrases = [
  '已收到',
  '正在办理',
  '请耐心等待',
  '正在处理',
  '已转相关部门',
  '我们会尽快',
] as const;

/** The first holding phrase in a text, or null. */
export function holdingPhraseIn(text: string): string | null {
  const bare = text.replace(/\s+/g, '');
  return holdingPhrases.find((phrase) => bare.includes(phrase)) ?? null;
}

/** 好差评: five levels, the lowest two open a rework. */
export const ratingLevels = [5, 4, 3, 2, 1] as const;
export type RatingLevel = (typeof ratingLevels)[number];
export const ratingWords: Record<RatingLevel, string> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};
