import type { MessageKind } from '@sunledger/shared-types';

/**
 * The messages of the demo: who asks what, when (working days before the demo clock), and how far it is.
 * `outcome`: onTime and late are answered; review waits for a reviewer; open is with the unit; office waits
 * to be dispatched; overdue is open past its day.
 */
export interface DemoMessage {
  by: 'citizen' | 'citizen2';
  kind: MessageKind;
  /** The unit that handles it, by name; the office when it still has to be dispatched. */
  unit: '县人力资源和社会保障局' | '县住房和城乡建设局' | '县政务公开办公室';
  text: string;
  contactName?: string;
  public?: boolean;
  /** Working days before the demo clock, and the time of day it was sent. */
  daysAgo: number;
  at: string;
  outcome: 'onTime' | 'late' | 'review' | 'open' | 'office' | 'overdue' | 'withdrawn' | 'sentBack';
  /** Wall hours from receipt to the published reply, for those answered on time. */
  hours?: number;
  reply?: string;
  rating?: 5 | 4 | 3 | 2 | 1;
}

const hr = '县人力资源和社会保障局';
const housing = '县住房和城乡建设局';
const office = '县政务公开办公室';

export const demoMessages: DemoMessage[] = [
  // answered, shown in public
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: hr,
    daysAgo: 9,
    at: '09:12',
    outcome: 'onTime',
    hours: 3,
    public: true,
    contactName: '王秀兰',
    text: '我今年五十五岁，在外地交过八年社保，现在回云溪能不能接着交？要办什么手续？',
    reply:
      '您好！可以接续。请带身份证到就近的镇便民服务中心社保窗口登记，外地的缴费记录由我们线上调取，您不用回原地开证明。办理当天生效，一般十五个工作日内完成转移。',
    rating: 5,
  },
  {
    by: 'citizen2',
    kind: 'inquiry',
    unit: hr,
    daysAgo: 14,
    at: '15:40',
    outcome: 'onTime',
    hours: 17,
    public: true,
    contactName: '李建国',
    text: '农闲时想学电工，县里的免费技能培训什么时候开班，怎么报名？',
    reply:
      '您好！下一期电工培训下月上旬开班，共十二天，免学费，每天补助伙食费。带身份证到县人力资源市场一楼，或在镇便民服务中心填表即可报名，满四十人开班，开班前三天电话通知。',
    rating: 4,
  },
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: housing,
    daysAgo: 21,
    at: '10:05',
    outcome: 'onTime',
    hours: 5,
    public: true,
    contactName: '王秀兰',
    text: '老小区加装电梯，三楼以下不同意怎么办？政府有没有补贴？',
    reply:
      '您好！按现行办法，本单元三分之二以上业主参与表决，参与表决者四分之三以上同意即可申请。每台电梯补贴十五万元，验收后三十日内拨付。镇街有专人帮助协调低层住户的采光和噪声问题，可拨打公示牌上的电话预约。',
    rating: 5,
  },
  {
    by: 'citizen2',
    kind: 'inquiry',
    unit: housing,
    daysAgo: 27,
    at: '16:20',
    outcome: 'onTime',
    hours: 16,
    public: true,
    contactName: '李建国',
    text: '公租房申请交上去两个月了，在哪里可以查到排队到第几号？',
    reply:
      '您好！在“云溪住房保障”查询页输入受理编号即可看到轮候序号，也可以到县政务服务中心二楼住房窗口查询。目前轮候约七十户，预计明年一季度分配下一批。',
    rating: 4,
  },
  {
    by: 'citizen',
    kind: 'suggestion',
    unit: housing,
    daysAgo: 34,
    at: '08:50',
    outcome: 'onTime',
    hours: 74,
    public: true,
    contactName: '王秀兰',
    text: '建议在东门菜场门口的路口加一个过街按钮，老人买菜过马路来不及。',
    reply:
      '您好！现场看过，该路口行人绿灯为十八秒，确实偏短。已会同交警把绿灯延长到二十八秒，过街按钮列入下季度路口改造，预计三个月内装好。感谢您的建议。',
    rating: 5,
  },
  {
    by: 'citizen2',
    kind: 'complaint',
    unit: housing,
    daysAgo: 48,
    at: '11:30',
    outcome: 'late',
    public: true,
    contactName: '李建国',
    text: '柳湾镇新华路施工围挡放了大半年没人干活，出门要绕一大圈，什么时候拆？',
    reply:
      '您好！因管线迁改图纸变更，工程停了四个月，未及时告知周边居民，向您道歉。施工单位已于本周复工，围挡先向内退让三米留出便道，计划四十五天内完工并拆除全部围挡。',
    rating: 3,
  },
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: hr,
    daysAgo: 41,
    at: '17:30',
    outcome: 'late',
    public: true,
    contactName: '王秀兰',
    text: '失业保险金可以在手机上领吗？需要单位开什么证明？',
    reply:
      '您好！可以在手机上申领，不需要单位证明。登录人社服务页面，选择“失业保险金申领”，按提示填写银行卡即可，审核通过后次月十五日前发放。本次答复晚于承诺时间，向您致歉。',
    rating: 3,
  },
  {
    by: 'citizen2',
    kind: 'correction',
    unit: office,
    daysAgo: 18,
    at: '14:10',
    outcome: 'onTime',
    hours: 22,
    public: true,
    text: '网站上县医保窗口的电话打不通，好像是旧号码。',
    reply: '您好！经核对，医保窗口迁址后号码未更新，现已改正，并检查了全部窗口电话，另改正两处。谢谢您指出。',
    rating: 5,
  },
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: office,
    daysAgo: 12,
    at: '09:45',
    outcome: 'onTime',
    hours: 4,
    public: true,
    contactName: '王秀兰',
    text: '周末能到政务大厅办身份证和社保卡吗？',
    reply:
      '您好！每周六上午九点到十二点，县政务服务中心设值班窗口，可以办身份证、社保卡和不动产查询，法定节假日除外。',
    rating: 5,
  },
  {
    by: 'citizen2',
    kind: 'help',
    unit: hr,
    daysAgo: 30,
    at: '10:22',
    outcome: 'onTime',
    hours: 51,
    public: true,
    contactName: '李建国',
    text: '在工地干了三个月，工钱一直拖着不给，去哪里投诉有用？',
    reply:
      '您好！请带上工地名称、班组长姓名和出工记录到县劳动保障监察大队，也可以在线登记。我们已主动联系您所在的项目，总包单位承诺七日内结清，如未到账请直接回复本留言。',
    rating: 4,
  },
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: housing,
    daysAgo: 6,
    at: '13:15',
    outcome: 'onTime',
    hours: 20,
    public: true,
    contactName: '王秀兰',
    text: '自来水发黄，停水检修后能直接喝吗？怎么知道水质合不合格？',
    reply:
      '您好！检修后水管里的锈垢会冲出来，先放水三到五分钟至清澈再用。各片区的出厂水和管网水检测结果按月公布在“北岭引水工程”任务的进展里。若放水后仍发黄，请拨打公示的抢修电话，两小时内上门。',
    rating: 4,
  },
  {
    by: 'citizen2',
    kind: 'suggestion',
    unit: hr,
    daysAgo: 25,
    at: '19:40',
    outcome: 'onTime',
    hours: 90,
    public: true,
    contactName: '李建国',
    text: '招聘会能不能开到镇上来？年纪大的人跑县城不方便。',
    reply:
      '您好！从下月起每逢集日在城关、柳湾、石桥轮流办小型招聘会，时间表贴在各村公告栏，也会发到各镇便民服务中心。',
    rating: 5,
  },
  // answered, the author keeps it private
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: hr,
    daysAgo: 16,
    at: '11:00',
    outcome: 'onTime',
    hours: 6,
    contactName: '王秀兰',
    text: '我母亲的高龄补贴上个月没有到账，麻烦查一下是什么原因。',
    reply:
      '您好！经查，您母亲的银行卡已更换，补贴被银行退回。请到镇便民服务中心登记新卡号，上月的补贴随下月一并补发。',
  },
  {
    by: 'citizen2',
    kind: 'complaint',
    unit: housing,
    daysAgo: 38,
    at: '20:15',
    outcome: 'onTime',
    hours: 86,
    contactName: '李建国',
    text: '楼上装修把我家屋顶弄漏水了，物业推来推去不管。',
    reply:
      '您好！已约双方和物业到现场，确认是卫生间防水层破损，楼上住户同意七日内重做防水并赔偿您的损失，物业负责监督，三方协议已签。',
    rating: 4,
  },
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: office,
    daysAgo: 4,
    at: '10:18',
    outcome: 'onTime',
    hours: 2,
    contactName: '王秀兰',
    text: '想看去年县里民生实事的完成情况，在哪里能查到？',
    reply: '您好！在本程序“任务”页选择上一年度即可查看，每项都附有验收资料。',
    rating: 2,
  },
  // waiting
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: hr,
    daysAgo: 1,
    at: '08:20',
    outcome: 'open',
    contactName: '王秀兰',
    text: '灵活就业交养老保险，今年的最低档一个月多少钱？什么时候截止？',
  },
  {
    by: 'citizen2',
    kind: 'inquiry',
    unit: hr,
    daysAgo: 0,
    at: '07:55',
    outcome: 'review',
    contactName: '李建国',
    text: '异地打工回来，医保断了三个月，补交以后多久能报销？',
    reply:
      '您好！补交当月起恢复待遇，中断三个月以内的，补交后中断期间的费用也可以按规定报销。请带社保卡到就近的镇便民服务中心办理。',
  },
  {
    by: 'citizen2',
    kind: 'suggestion',
    unit: hr,
    daysAgo: 3,
    at: '09:30',
    outcome: 'open',
    contactName: '李建国',
    text: '社保窗口中午能不能留一个人值班？打工的人只有中午有空。',
  },
  {
    by: 'citizen',
    kind: 'complaint',
    unit: hr,
    daysAgo: 6,
    at: '16:05',
    outcome: 'open',
    contactName: '王秀兰',
    text: '中介收了我八百块钱说介绍工作，人走了电话也打不通。',
  },
  {
    by: 'citizen2',
    kind: 'help',
    unit: hr,
    daysAgo: 2,
    at: '15:00',
    outcome: 'sentBack',
    contactName: '李建国',
    text: '孩子残疾证办下来了，想问有没有适合他的公益岗位。',
    reply: '您好！目前有三个乡镇的公益岗位可以报名。',
  },
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: housing,
    daysAgo: 8,
    at: '09:08',
    outcome: 'overdue',
    contactName: '王秀兰',
    text: '危房改造的补助今年还有名额吗？房子后墙裂了一条大缝。',
  },
  {
    by: 'citizen2',
    kind: 'inquiry',
    unit: hr,
    daysAgo: 7,
    at: '14:44',
    outcome: 'overdue',
    contactName: '李建国',
    text: '退休手续要提前几个月办？档案里的出生年份和身份证不一样怎么办？',
  },
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: housing,
    daysAgo: 1,
    at: '09:02',
    outcome: 'open',
    contactName: '王秀兰',
    text: '小区停车位收费标准在哪里能查到？物业说涨就涨合不合规定？',
  },
  {
    by: 'citizen2',
    kind: 'suggestion',
    unit: housing,
    daysAgo: 5,
    at: '18:25',
    outcome: 'review',
    contactName: '李建国',
    text: '北门公园晚上路灯太暗，老人散步容易摔跤，建议加几盏灯。',
    reply: '您好！已安排照明所夜间实测，三处照度不足，本月内加装十二盏庭院灯，装好后在本留言下回告。',
  },
  {
    by: 'citizen',
    kind: 'complaint',
    unit: housing,
    daysAgo: 4,
    at: '12:40',
    outcome: 'open',
    contactName: '王秀兰',
    text: '沿街烧烤店油烟直接排到二楼住户窗户下面，说了几次没有用。',
  },
  {
    by: 'citizen2',
    kind: 'inquiry',
    unit: office,
    daysAgo: 0,
    at: '08:46',
    outcome: 'office',
    contactName: '李建国',
    text: '村里的路灯坏了两个星期，不知道归哪个单位管。',
  },
  {
    by: 'citizen',
    kind: 'help',
    unit: office,
    daysAgo: 1,
    at: '16:30',
    outcome: 'office',
    contactName: '王秀兰',
    text: '独居老人腿脚不便，想申请上门送餐，不知道找谁。',
  },
  {
    by: 'citizen2',
    kind: 'correction',
    unit: office,
    daysAgo: 1,
    at: '10:10',
    outcome: 'office',
    text: '任务第 23 项里的班线时刻和站牌上写的不一样，早班差了十分钟。',
  },
  {
    by: 'citizen',
    kind: 'inquiry',
    unit: hr,
    daysAgo: 13,
    at: '21:05',
    outcome: 'withdrawn',
    contactName: '王秀兰',
    text: '请问社保卡丢了怎么补办？（已经自己办好了）',
  },
  {
    by: 'citizen2',
    kind: 'inquiry',
    unit: hr,
    daysAgo: 33,
    at: '10:00',
    outcome: 'onTime',
    hours: 26,
    public: true,
    contactName: '李建国',
    text: '创业担保贷款个人最多能贷多少，利息谁出？',
    reply:
      '您好！个人最高三十万元，期限三年，前两年利息由财政承担一半。带身份证和营业执照到县人力资源市场二楼窗口申请，十个工作日内答复能否发放。',
    rating: 5,
  },
];

/** Templates that the demo's units start with. */
export const demoTemplates: {
  unit: DemoMessage['unit'] | null;
  kind: MessageKind | null;
  title: string;
  text: string;
}[] = [
  {
    unit: null,
    kind: 'inquiry',
    title: '政策咨询',
    text: '您好！关于您问的＿＿，现答复如下：\n一、办理条件：＿＿。\n二、所需材料：＿＿。\n三、办理地点和时间：＿＿。\n如仍有疑问，可以在本留言下追问。',
  },
  {
    unit: null,
    kind: 'suggestion',
    title: '采纳建议',
    text: '您好！您的建议很有道理，我们已研究采纳：＿＿，预计＿＿完成，完成后在本留言下告知您。感谢您的关心。',
  },
  {
    unit: null,
    kind: 'complaint',
    title: '投诉处理结果',
    text: '您好！您反映的问题经现场核实：＿＿。处理结果：＿＿。如对结果有异议，可以评价或继续反映。',
  },
  {
    unit: hr,
    kind: 'inquiry',
    title: '社保转移接续',
    text: '您好！可以办理转移接续。请带身份证到就近的镇便民服务中心社保窗口登记，缴费记录由我们线上调取，不用您回原地开证明，一般十五个工作日内完成。',
  },
  {
    unit: hr,
    kind: null,
    title: '补贴申领',
    text: '您好！申领＿＿补贴需要：身份证、银行卡、＿＿。在镇便民服务中心或人社服务页面申请，审核通过后＿＿个工作日内到账。',
  },
  {
    unit: housing,
    kind: 'inquiry',
    title: '住房保障',
    text: '您好！申请住房保障须符合：＿＿。请到县政务服务中心二楼住房窗口提交申请，受理后可凭编号在线查询轮候序号。',
  },
];
