/**
 * Every refusal of the API: its code for programs, its HTTP status, and the Chinese sentence for people.
 * `{name}` in a text is filled from the parameters of the error.
 *
 * 404 for not yours and not there alike; 403 for not allowed on what one can see; 409 for a wrong
 * state or a lost race; 422 with the field for bad input.
 */
export const errorCodes = {
  // the request itself
  INVALID_INPUT: { status: 422, text: '填写的内容有误，请按提示修改后再提交。' },
  MALFORMED_REQUEST: { status: 400, text: '请求格式不正确，请刷新后重试。' },
  NOT_FOUND: { status: 404, text: '没有找到您要看的内容，可能已被移走，请返回上一页。' },
  BODY_TOO_LARGE: { status: 413, text: '提交的内容太大，请精简后再试。' },
  UNSUPPORTED_MEDIA: { status: 415, text: '不支持这种提交格式。' },
  RATE_LIMITED: { status: 429, text: '操作太频繁，请在 {seconds} 秒后再试。' },
  INTERNAL: { status: 500, text: '系统出了点问题，内容没有丢失，请稍后再试。' },
  UNAVAILABLE: { status: 503, text: '系统暂时无法访问数据，请稍后再试，已填写的内容会保留。' },
  CURSOR_INVALID: { status: 422, text: '翻页标记已失效，请回到第一页重新查看。' },

  // who you are
  SIGN_IN_REQUIRED: { status: 401, text: '请先登录再操作。' },
  TOKEN_EXPIRED: { status: 401, text: '登录已过期，正在为您重新登录。' },
  REFRESH_INVALID: { status: 401, text: '登录已失效，请重新登录。' },
  REFRESH_REUSED: { status: 401, text: '为保护您的账号，此登录已全部退出，请重新登录。' },
  ROLE_REQUIRED: { status: 403, text: '您的岗位不能做这项操作，如需办理请联系政务公开办。' },
  OTHER_UNIT: { status: 403, text: '这件事由其他单位办理，您不能操作。' },
  PHONE_REQUIRED: { status: 403, text: '首次留言前，请先通过微信验证手机号。' },

  // idempotency
  IDEMPOTENCY_KEY_INVALID: { status: 422, text: '提交标识不正确，请刷新后重新提交。' },
  IDEMPOTENCY_KEY_REUSED: { status: 409, text: '这次提交与之前的内容不一致，请刷新后重新提交。' },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, text: '上一次提交还在处理，请稍候。' },

  // regions, units, plans, tasks
  REGION_NOT_FOUND: { status: 404, text: '没有找到这个地区，请重新选择。' },
  UNIT_NOT_FOUND: { status: 422, text: '没有找到这个单位，请在本地区的单位中选择。' },
  PLAN_NOT_FOUND: { status: 404, text: '没有找到这份工作要点。' },
  PLAN_STATE: { status: 409, text: '这份工作要点现在是“{state}”，不能{move}。' },
  PLAN_OWN_APPROVAL: { status: 403, text: '提交人不能审核自己提交的工作要点，请由另一位同事审核。' },
  PLAN_NOT_DISCLOSABLE: { status: 409, text: '文件没有标明主动公开，请先写明决定公开的人和依据。' },
  PLAN_WITHOUT_TASKS: { status: 409, text: '这份工作要点里还没有任务，请先核对导入结果。' },
  PLAN_EXISTS: { status: 409, text: '{year}年的工作要点已经公布，请先撤下原来的再发布。' },
  IMPORT_NOT_FOUND: { status: 404, text: '没有找到这次导入。' },
  IMPORT_STATE: { status: 409, text: '这次导入已经核对完成，不能再修改。' },
  TASK_NOT_FOUND: { status: 404, text: '没有找到这项任务。' },
  TASK_STATE: { status: 409, text: '这项任务现在是“{state}”，不能{move}。' },
  PROGRESS_NOT_FOUND: { status: 404, text: '没有找到这条进展。' },
  PROGRESS_STATE: { status: 409, text: '这条进展现在是“{state}”，不能{move}。' },
  PROGRESS_OWN_APPROVAL: { status: 403, text: '不能审核自己报送的进展，请由另一位审核人审核。' },
  CLOSE_OUT_OWN_UNIT: { status: 403, text: '销号应由报送单位以外的人核验。' },
  CLOSE_OUT_NOT_ASKED: { status: 409, text: '责任单位还没有经审核的完成报告，不能销号。' },

  // documents
  DOCUMENT_EMPTY: { status: 422, text: '文件里没有文字，请换一份可以选中文字的文件。' },
  DOCUMENT_UNREADABLE: { status: 422, text: '文件打不开，可能已损坏，请重新导出后再上传。' },
  DOCUMENT_NO_TEXT: { status: 422, text: '这份 PDF 是扫描件，没有可识别的文字，请上传 Word 或文字版 PDF。' },
  DOCUMENT_TOO_LARGE: { status: 413, text: '文件超过 20 MB，请去掉图片或另存为文字版后再上传。' },
  DOCUMENT_TYPE_UNSUPPORTED: { status: 415, text: '只能导入 .txt .md .html .docx .pdf 文件。' },
  DOCUMENT_TYPE_MISMATCH: { status: 422, text: '文件内容与扩展名不符，请确认文件类型后再上传。' },
  DOCUMENT_BOMB: { status: 422, text: '文件解压后过大，已停止读取，请确认文件来源。' },
  DOCUMENT_SECRET: { status: 422, text: '文件首部有涉密或内部标记，已拒绝导入，未保存任何内容。' },
  DOCUMENT_MISSING: { status: 422, text: '请选择要导入的文件。' },

  // the clock
  CALENDAR_YEAR_UNKNOWN: { status: 422, text: '{year}年的节假日安排无法推算，不能计算期限。' },
  RECEIVED_AT_INVALID: { status: 422, text: '收到时间不正确，请写成 2026-02-13T17:45:00+08:00 的样子。' },
  WORKING_DAYS_INVALID: { status: 422, text: '工作日数应为 1 到 250 的整数。' },

  // messages and replies
  MESSAGE_NOT_FOUND: { status: 404, text: '没有找到这条留言。' },
  MESSAGE_STATE: { status: 409, text: '这条留言现在是“{state}”，不能{move}。' },
  MESSAGE_CHANGED: { status: 409, text: '这条留言刚刚被别人处理过，请刷新后再看。' },
  MESSAGE_OWN: { status: 403, text: '这是您本人的留言，请由其他同事办理。' },
  MESSAGE_LIMIT: { status: 429, text: '您今天的留言已达 {limit} 条，请明天再来，急事请拨打 12345。' },
  MESSAGE_SECRET_MARK: { status: 422, text: '留言里有身份证号，请删去后再提交，办理留言不需要身份证号。' },
  REPLY_NOT_FOUND: { status: 404, text: '没有找到这条答复。' },
  REPLY_OWN_APPROVAL: { status: 403, text: '起草人不能审核自己的答复，请由另一位审核人审核。' },
  REPLY_HOLDING_PHRASE: { status: 422, text: '“{phrase}”没有正面回答问题，请修改，或写明理由后再提交。' },
  REPLY_NOT_CONFIRMED: { status: 422, text: '请先确认“已正面回答所问”。' },
  TRANSFER_SAME_UNIT: { status: 422, text: '留言已经在这个单位，请选择其他单位。' },
  TRANSFER_DUE_TODAY: { status: 403, text: '今天到期的留言只能由政务公开办转办。' },
  RATING_EXISTS: { status: 409, text: '您已经评价过这次答复，感谢您的意见。' },
  TEMPLATE_NOT_FOUND: { status: 404, text: '没有找到这个模板。' },
} as const satisfies Record<string, { status: number; text: string }>;

export type ErrorCode = keyof typeof errorCodes;

export type ErrorParams = Record<string, string | number>;

/** The Chinese sentence of a code with its parameters filled in. */
export function errorText(code: ErrorCode, params: ErrorParams = {}): string {
  return errorCodes[code].text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
