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
  WECHAT_NO_IDENTITY: { status: 401, text: '没有收到微信的身份信息，请从微信小程序里打开。' },
  WECHAT_CODE_INVALID: { status: 401, text: '微信凭证已失效，请再试一次。' },
  WECHAT_USER_BLOCKED: { status: 403, text: '微信提示此账号暂不能登录，请在微信里查看账号状态。' },
  WECHAT_UNAVAILABLE: { status: 503, text: '微信暂时没有回应，请稍后再试。' },
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
  CLOSE_OUT_MISSING: { status: 409, text: '销号还缺{kinds}，请退回责任单位补齐。' },
  CLOSE_OUT_DOUBT: { status: 409, text: '核验有疑问：{doubts}。请退回，或写明仍予销号的理由。' },
  CLOSE_OUT_NOT_CHECKER: { status: 403, text: '这项任务由政务公开办或指定的核验人销号。' },
  CHECKER_INSIDE: { status: 422, text: '核验人应在责任单位以外，请另选一位。' },
  TASK_HAS_PARTS: { status: 409, text: '这项任务分村办理，请在各村的分项里报送。' },
  TASK_REPLACED: { status: 409, text: '这项任务已经拆分或合并，请到新的任务里办理。' },
  TASK_CARRIED: { status: 409, text: '这项任务已转入新的年度，请到新的任务里办理。' },
  TASK_NOT_PLAIN: { status: 409, text: '“{no}”已经分村、拆分、合并或销号，不能再{move}。' },
  TASKS_APART: { status: 422, text: '只能合并同一份工作要点里的任务。' },
  SPLIT_NO_ROOM: { status: 409, text: '这个位置拆分的次数太多，请先恢复或合并再拆。' },
  NOT_MERGED: { status: 409, text: '这项任务不是合并来的，无法恢复。' },
  PARTS_EMPTY: { status: 422, text: '名单里没有新的村（社区）名称，请每行写一个。' },
  PARTS_LIMIT: { status: 422, text: '一项任务最多 {limit} 个分项，请分成几项任务。' },
  AMEND_NOTHING: { status: 422, text: '没有改动，请修改后再提交。' },
  AMEND_DUE_PASSED: { status: 409, text: '时限已过，不能再往后改；如有说明请公开署名说明。' },
  AMEND_CLOSED: { status: 409, text: '任务已销号，不能再改时限。' },
  CHANGE_NOT_FOUND: { status: 404, text: '没有找到这份修改申请。' },
  CHANGE_STATE: { status: 409, text: '这份修改申请现在是“{state}”，不能再审核。' },
  CHANGE_PENDING: { status: 409, text: '这项任务已有一份修改等待审核，请先处理。' },
  CHANGE_OWN_APPROVAL: { status: 403, text: '提出人不能审核自己的修改，请由另一位同事审核。' },
  CARRY_YEAR: { status: 422, text: '只能转入更晚年度的工作要点。' },
  CLOSE_OUT_NOT_ASKED: { status: 409, text: '责任单位还没有经审核的完成报告，不能销号。' },

  // the ledger in Excel
  LEDGER_SHEET_UNKNOWN: { status: 422, text: '这不是从系统导出的台账，请先导出，改好后再导入。' },
  LEDGER_SHEET_INVALID: {
    status: 422,
    text: '表格里有 {count} 处问题，没有导入任何内容，请按行号改好后再试。',
  },

  // bulletins
  BULLETIN_NOT_FOUND: { status: 404, text: '没有找到这期通报。' },
  BULLETIN_EXISTS: { status: 409, text: '“{title}”已经生成过，请先撤下原来的再重新生成。' },
  BULLETIN_TOO_EARLY: { status: 422, text: '{period}还没有开始，不能生成通报。' },
  BULLETIN_STATE: { status: 409, text: '这期通报现在是“{state}”，不能{move}。' },
  BULLETIN_OWN_REVIEW: { status: 403, text: '生成或送审的人不能审核同一期通报，请由另一位同事审核。' },

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

  // uploads and attachments
  UPLOAD_MISSING: { status: 422, text: '请选择要上传的文件。' },
  UPLOAD_TOO_LARGE: { status: 413, text: '文件超过 {megabytes} MB，请压缩或拆分后再上传。' },
  UPLOAD_BUSY: { status: 429, text: '正在上传的文件太多，请等前面的传完再试。' },
  ATTACHMENT_NOT_FOUND: { status: 404, text: '没有找到这个文件，地址可能已过期，请刷新后再看。' },
  ATTACHMENT_TYPE: {
    status: 415,
    text: '只能上传 JPG、PNG、WebP 图片，以及 PDF、Word（.docx）、Excel（.xlsx）文件，请另存后再传。',
  },
  ATTACHMENT_UNREADABLE: { status: 422, text: '文件打不开，可能已损坏或有密码，请重新导出后再上传。' },
  ATTACHMENT_PIXELS: { status: 422, text: '图片尺寸过大，请缩小后再上传。' },
  ATTACHMENT_BOMB: { status: 422, text: '文件解压后过大，已拒绝上传，请确认文件来源。' },
  ATTACHMENT_MACRO: { status: 422, text: '文件带有宏，请另存为不带宏的格式后再上传。' },
  ATTACHMENT_SECRET: { status: 422, text: '文件带有涉密或内部标记，已拒绝上传，未保存任何内容。' },
  ATTACHMENT_INFECTED: { status: 422, text: '文件没有通过安全检查，已拒绝上传，请换一份文件。' },
  ATTACHMENT_LIMIT: { status: 429, text: '您有 {limit} 个文件还没有报送，请先报送或删去一些再上传。' },
  ATTACHMENT_SENT: { status: 409, text: '文件已经随进展报送，不能再删。' },

  FOLLOW_LIMIT: { status: 409, text: '最多关注 {limit} 项，请先取消一些再关注。' },

  // the clock
  CALENDAR_YEAR_UNKNOWN: { status: 422, text: '{year}年的节假日安排无法推算，不能计算期限。' },
  RECEIVED_AT_INVALID: { status: 422, text: '收到时间不正确，请写成 2026-02-13T17:45:00+08:00 的样子。' },
  WORKING_DAYS_INVALID: { status: 422, text: '工作日数应为 1 到 250 的整数。' },
  DATE_INVALID: { status: 422, text: '“{date}”不是日期，请写成 2026-11-23 的样子。' },

  // calendar and promises of a region
  OVERRIDE_TOO_LATE: { status: 422, text: '{date} 不能再改，本地区安排最早从 {earliest} 起生效。' },
  OVERRIDE_DUPLICATE: { status: 409, text: '{date} 已经登记过本地区安排，不能重复登记。' },
  OVERRIDE_NO_EFFECT: { status: 422, text: '{date} 本来就是{what}，不需要另行安排。' },
  NOTICE_UNREADABLE: { status: 422, text: '放假安排读不出来：{problem}。' },
  NOTICE_CONTRADICTORY: { status: 422, text: '放假安排前后不一致：{problem}。请与通知原文核对后再导入。' },
  CALENDAR_YEAR_PAST: { status: 422, text: '{year}年已经过去，不能再导入。' },
  CALENDAR_PAST_CHANGED: { status: 409, text: '{date} 已经按公布的安排计算过，今天及以前的日子不能再改。' },
  CALENDAR_CHANGED: { status: 409, text: '放假安排刚刚被别人改过，请刷新后再看。' },
  PROPOSAL_NOT_FOUND: { status: 404, text: '没有找到这条待确认的期限。' },
  PROPOSAL_STATE: { status: 409, text: '这条期限已经处理过，请刷新后再看。' },
  RULE_TOO_EARLY: { status: 422, text: '新的承诺最早从 {earliest} 起执行，请改选日期。' },
  RULE_DATE_TAKEN: { status: 409, text: '已有一份承诺从 {date} 起执行，请改选日期。' },

  // the person's own data
  ERASE_ON_DUTY: { status: 409, text: '您还担任{duty}，请先由政务公开办办理离岗交接，再注销账号。' },
  MESSAGE_ERASED: { status: 409, text: '留言人已注销账号，留言内容已删除，不能重新办理。' },
  LOOKUP_NOT_FOUND: { status: 404, text: '编号或查询码不对，请照提交成功页上的写法核对。' },
  MINOR_NOT_PUBLIC: { status: 422, text: '未满14周岁孩子的留言不公开，请关闭“公开我的留言”后再提交。' },
  CONSENT_NOT_GIVEN: { status: 409, text: '这条留言没有同意公开，不用撤回。' },
  CONSENT_WITHDRAWN: { status: 409, text: '留言人已撤回公开同意，不能恢复公开。' },
  ANCHOR_NOT_FOUND: { status: 404, text: '这一天没有存证，请从列表中选择。' },
  // notices and content checks
  SCREENING_OPEN: {
    status: 409,
    text: '内容检测还没有结论，请先人工核对能否公开，或选择“不公开”后发布答复。',
  },
  SCREENING_REFUSED: { status: 409, text: '经人工核对，这条留言不宜公开，请选择“不公开”后发布答复。' },
  SCREENING_NONE: { status: 409, text: '这条留言没有等待核对的内容检测。' },
  CHANNEL_ADDRESS: { status: 422, text: '请填写{name}的地址，须为 https，主机在允许的范围内。' },

  // messages and replies
  MESSAGE_NOT_FOUND: { status: 404, text: '没有找到这条留言。' },
  MESSAGE_STATE: { status: 409, text: '这条留言现在是“{state}”，不能{move}。' },
  MESSAGE_CHANGED: { status: 409, text: '这条留言刚刚被别人处理过，请刷新后再看。' },
  MESSAGE_OWN: { status: 403, text: '这是您本人的留言，请由其他同事办理。' },
  MESSAGE_LIMIT: { status: 429, text: '您今天的留言已达 {limit} 条，请明天再来，急事请拨打 12345。' },
  MESSAGE_SECRET_MARK: { status: 422, text: '留言里有身份证号，请删去后再提交，办理留言不需要身份证号。' },
  MESSAGE_MERGED: { status: 409, text: '这条留言已并单办理，请在主单上办理，或先取消并单。' },
  MESSAGE_ARCHIVED: { status: 409, text: '答复已满30天，这条留言已归档，有新的问题请另写留言。' },
  MERGE_SELF: { status: 422, text: '不能并入它自己，请选择另一条留言。' },
  MERGE_OTHER_UNIT: { status: 409, text: '只能并入同一单位正在办理或已答复的留言，请先转办到同一单位。' },
  MERGE_STATE: { status: 409, text: '主单现在是“{state}”，不能并入，请选择另一条留言。' },
  MERGE_NESTED: { status: 409, text: '所选留言本身已并入别的留言，请选择它的主单。' },
  MERGE_LEADS: { status: 409, text: '有 {count} 条留言并入了这一条，请先取消并单。' },
  MERGE_NONE: { status: 409, text: '这条留言没有并单，请刷新后再看。' },
  MERGE_NOT_ANSWERED: { status: 409, text: '主单的答复还没有发布，请先审核发布主单。' },
  CLAIM_TAKEN: { status: 409, text: '{name}正在办理这条留言，超过24小时或到期当日才能接手。' },
  CLAIM_MINE: { status: 409, text: '您已经认领了这条留言，请直接办理。' },
  CLAIM_NONE: { status: 409, text: '这条留言没有人认领，无需放下。' },
  CLAIM_NOT_MINE: { status: 403, text: '只有认领人本人能放下，请联系{name}。' },
  DEPUTY_SELF: { status: 422, text: '不能指定自己，请选择一位同事。' },
  DEPUTY_OTHER_UNIT: { status: 422, text: '只能指定同一单位的经办人或审核人。' },
  DEPUTY_DATES: { status: 422, text: '代办的日子最早从今天开始，最长 {days} 天，请改选日期。' },
  DEPUTY_OVERLAP: { status: 409, text: '这段日子已经指定过代办人，请先结束原来的。' },
  DEPUTY_NOT_FOUND: { status: 404, text: '没有找到这次代办。' },
  DEPUTY_OVER: { status: 409, text: '这次代办已经结束，无需再操作。' },
  CLOCK_TURNED_BACK: { status: 409, text: '系统时间早于这条留言的上一条记录，请管理员校准时间后再办理。' },
  RECLASSIFY_SAME: { status: 422, text: '留言已经是这个类型，请选择其他类型。' },
  RECLASSIFY_TWICE: { status: 409, text: '这条留言已经因改类延长过一次，不能再改成期限更长的类型。' },
  RECLASSIFY_TOO_LATE: { status: 409, text: '答复期限已过，不能再改成期限更长的类型，也不能撤销改类。' },
  RECLASSIFY_NOT_DONE: { status: 409, text: '这条留言没有因改类延长过，无需撤销。' },
  ASK_SIMPLE: { status: 409, text: '简单咨询不能暂停计时，请直接答复，或先按规定改类。' },
  ASK_TWICE: { status: 409, text: '已经请留言人补充过两次，不能再问。' },
  ASK_NO_DAYS_LEFT: { status: 409, text: '等待补充合计已满10个工作日，不能再暂停计时。' },
  ASK_TOO_LATE: { status: 409, text: '答复期限已过，不能再暂停计时。' },
  ASK_NOTHING_OPEN: { status: 409, text: '现在没有要您补充的问题，需要补充请重新留言。' },
  EXTEND_SIMPLE: { status: 409, text: '简单咨询不能延期。' },
  EXTEND_TWICE: { status: 409, text: '这条留言已经延期过一次，不能再延。' },
  EXTEND_PENDING: { status: 409, text: '延期申请正在等待政务公开办审批。' },
  EXTEND_TOO_LATE: { status: 409, text: '延期要在到期日之前办理，现在已经来不及。' },
  EXTEND_NOT_ASKED: { status: 409, text: '没有等待审批的延期申请。' },
  EXTEND_OWN_APPROVAL: { status: 403, text: '不能审批自己提出的延期，请由另一位同事审批。' },
  OBJECTION_EXISTS: { status: 409, text: '您已经提出过异议，每次不予受理只能提一次。' },
  OBJECTION_NOT_OPEN: { status: 409, text: '没有等待决定的异议。' },
  OBJECTION_OWN_DECISION: { status: 403, text: '起草或审核不予受理的人不能决定异议，请由另一位同事决定。' },
  REVISION_PENDING: { status: 409, text: '已有一份修改稿等待审核。' },
  REVISION_NONE: { status: 409, text: '没有等待审核的修改稿。' },
  HIDE_NOT_PUBLIC: { status: 409, text: '这条答复没有公开，无需撤下。' },
  HIDE_NOT_PENDING: { status: 409, text: '没有等待确认的撤下。' },
  HIDE_OWN_CONFIRMATION: { status: 403, text: '不能确认自己的撤下，请由另一位同事决定。' },
  FOLLOW_UP_EXISTS: { status: 409, text: '这次答复已经追问过一次，可以在追问得到答复后再问，或另写留言。' },
  REWORK_CLOCK: { status: 409, text: '整改的期限是固定的，不能改类、暂停或延期。' },
  REPLY_NOT_FOUND: { status: 404, text: '没有找到这条答复。' },
  REPLY_OWN_APPROVAL: { status: 403, text: '起草人不能审核自己的答复，请由另一位审核人审核。' },
  REPLY_HOLDING_PHRASE: { status: 422, text: '“{phrase}”没有正面回答问题，请修改，或写明理由后再提交。' },
  REPLY_UNCHANGED: { status: 422, text: '文字没有改动，可以直接审核通过。' },
  REPLY_NOT_CONFIRMED: { status: 422, text: '请先确认“已正面回答所问”。' },
  TRANSFER_SAME_UNIT: { status: 422, text: '留言已经在这个单位，请选择其他单位。' },
  TRANSFER_DUE_TODAY: { status: 403, text: '今天到期的留言只能由政务公开办转办。' },
  RATING_EXISTS: { status: 409, text: '您已经评价过这次答复，感谢您的意见。' },
  DELIVERY_NOT_FOUND: { status: 404, text: '没有找到这条投递。' },
  DELIVERY_NOT_DEAD: { status: 409, text: '这条投递不在“投递失败”里，请刷新列表后再看。' },
  DELIVERY_UNKNOWN: {
    status: 409,
    text: '不知道对方是否已经收到，不能重发；提醒已经在应用内显示。',
  },
  TEMPLATE_NOT_FOUND: { status: 404, text: '没有找到这个模板。' },

  // supervision
  SUPERVISION_NOT_FOUND: { status: 404, text: '没有找到这份督办单。' },
  SUPERVISION_STATE: { status: 409, text: '这份督办单现在是“{state}”，不能{move}。' },
  SUPERVISION_CHANGED: { status: 409, text: '督办单刚刚被别人处理过，请刷新后再看。' },
  SUPERVISION_EXISTS: { status: 409, text: '{unit}已有一份没有办结的督办单，请先核定或撤销。' },
  SUPERVISION_UNIT: { status: 422, text: '这个单位不承担这件事，请在承办单位中选择。' },
  SUPERVISION_DONE: { status: 409, text: '这件事已经办结，不用再督办或催办。' },
  URGE_TODAY: { status: 409, text: '本工作日已经催办过，请下一个工作日再催。' },
} as const satisfies Record<string, { status: number; text: string }>;

export type ErrorCode = keyof typeof errorCodes;

export type ErrorParams = Record<string, string | number>;

/** The Chinese sentence of a code with its parameters filled in. */
export function errorText(code: ErrorCode, params: ErrorParams = {}): string {
  return errorCodes[code].text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
