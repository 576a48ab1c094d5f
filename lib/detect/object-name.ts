import { HAN_RANGE } from './han.ts';

/** Last words of the names of what is filled in or handed in. */
export const PAPER =
  '(?:统计|汇总|登记|申请|申报|申领|调查|明细|一览|排查|检查|自查|核查|摸底|信息|情况|进度|值班|签到|年审)?(?:表格|(?<![代发外钟手仪水电气华])表(?![示态扬彰演达现决情面弟哥姐妹叔格])|报表)|台[账帐]|清单|花名册|名册|底册|手册|名单|问卷|回执|责任书|承诺书|申请书|建议书|协议书|报告书?(?![厅会人席文])|总结(?!会)|方案|计划|预案|信息(?![员科组化表统登采]|中心|公开|系统|台)|数据(?![中统表]|汇总)|底数|人数|户数|数量|面积(?!统|表|台)|产量|金额|明细(?!表)|预算|档案|简历|周报|月报|日报|年报|季报|心得体会|情况说明|情况(?!统计表|表|汇总表|汇报|说明|台账|登记|报[告表]|明细|下)';

/** Kinds of gatherings. */
export const GATHERING =
  '(?:视频)?(?:会议|(?<=视频)会|工作会(?!议)|学习会|交流会|对接会|院坝会|技术会|见面会|培训班|培训会|培训(?![费机学])|座谈会|研讨会|推进会|调度会|部署会|动员会|总结会|表彰会|现场会|协调会|分析会|联席会|专题会|通报会|推广会|启动会|听证会|评审会|宣讲会|家长会|例会|讲座|党课|演练|大会)(?![室员计场堂合客展所馆谈记])';

/** Kinds of inspections, one or two in a row; not what was made of one. */
export const INSPECTING =
  '(?:(?:专项|联合|突击|例行|随机|拉网式|地毯式)?(?:大检查|检查|督查|督导|巡查|抽查|抽检|验收|考核|暗访|调研|大排查|排查|自查|自检|清查|核查|巡检|巡察|复审|复查|巡护|摸排|评比|回头看|执法检查)){1,2}';

/** An office that asks stands before the name; it does not say what is asked for. */
const ASKER = `(?:[${HAN_RANGE}]{2,3}(?=[省市县区州镇乡街]))?(?:国家|全?[省市县区州镇乡]|街道|分)?(?:委|党委|政府)?(?:民政|教育|教体|卫健|卫生健康|应急管理|应急|农业农村|公安|司法|财政|人社|人力资源社会保障|住建|城管|综合执法|水利|水务|林业|自然资源|生态环境|环保|文旅|市场监管|医保|统计|审计|信访|组织|宣传|政法|乡村振兴|退役军人事务)(?:局|厅|部(?![署门分])|办公室|办(?![理公学法案事结])|科(?![研技学普目])|所(?![有需属得])|股(?![份权东])|站(?!点)|委员会|委(?!托)|中心(?!工作|校))|[省市县区镇](?:残联|人大|政协|纪委|妇联|团委|总工会|疾控中心)`;
/** The same without a name of its own, or all that lies in an area. */
const AREA =
  '本(?:班(?!组)|单位|部门|科室|社区|支部|企业|行业|系统|辖区|地区|年级)|(?:全|我|本|该|各|贵)[省市县区镇乡村街校院园所局系](?:道|区|统)?(?![级民落园])|(?:街道|[省市县区镇乡])(?:级)?(?:人民)?(?:党委|政府|办事处|综治办|党政办|社区办)|街道(?=[^办])|辖区(?:范围)?内?|所在?(?:辖区|村组|网格|社区)|各(?:村居?|社区|单位|科室|科(?![目技研])|部门|学校|班组|班级?|网格|支部|乡镇|站所|项目部|片区|小组|大?队|院)|责任区内?|范围内';
const FILLER =
  '(?:(?:本|下|这)?(?:周|星期)[一二三四五六日天]|[上下]午|晚上|[今明后]天|以下|下列|此|该|上述|下方|群里|群内|群文件(?:里|中)?|在线(?:文档里?|(?=表格))|腾讯文档里?|电子版|纸质版?|最新|一份|本人|自己|个人|相关|有关|的|我们|大家|所有(?![权制])|全部|再次|重新|尽快|抓紧|及时|按时|认真|组织|开展|完成(?!率)|做好|落实|一次|进行|一下|摸[排底](?![表台情数清名])|附件\\d{0,2})';
const LEAD = new RegExp(`^(?:${ASKER}|${AREA}|${FILLER})(?:的|关于)?`);
/** Leads that may stand one after the other. */
const LEADS = 5;

/** Brackets that tell the paper, not the matter: "(附件1)", "(模板)". */
const ASIDE =
  /[([【](?:见|详见|后附)?(?:附件|附表|样表|模板|式样|样式|空表|新版?|最新版?|修订版?|修改版?|定稿|终稿|副本|电子版|纸质版|见附件|\d{1,8})[^)\]】]{0,12}[)\]】]/g;
const FILE_END = /\.(?:xlsx?|docx?|pdf|wps|et|csv|pptx?|zip|rar)$/;
const FILE_HEAD = /^(?:附件|附表)\s?[\d一二三四五六七八九十]{0,2}\s?[:.、\-_]?\s?|^\d{1,2}[.、]\s?/;
/** A day stamped on a file's name. */
const STAMP = /[-_ ]?20\d{6}(?!\d)/g;

/** What is said for one another on paper. */
const SAID_FOR: readonly (readonly [RegExp, string])[] = [
  [/帐/g, '账'],
  [/臺|擡/g, '台'],
  [/表格$/, '表'],
  [/以及|(?<!参)与|(?<![涉普惠危以])及(?![时格其])|、/g, '和'],
  [/的/g, ''],
  [/开展(?=情况)/g, ''],
  [/大(?=检查|排查)/g, ''],
  [
    /工作(?=(?:开展|进展|完成|落实)?情况|台账|总结|方案|计划|统计表|汇总表|清单|报告|名单|进度|会议|部署会|推进会|调度会|动员会|总结会|培训|检查|督查|排查|考核)/g,
    '',
  ],
  [/(?<=.{3})情况(?=统计表|汇总表|登记表|调查表|明细表|一览表|台账|总结|报告)/g, ''],
  [/工作$/, ''],
];

/** Words that say nothing of the matter. */
const GENERAL =
  /[省市县区镇乡村]级|自评|述职|复核|备案|结果|核算|半年|年终|书面|自检|走访|推荐|首次|excel|word|飞行|执法|在线|晨会|业务|记录|活动|[上下]午|晚上|早上|上述|以下|一次|统计|汇总|登记|申请|申报|调查|明细|一览|排查|整改|检查|自查|核查|督查|督导|巡查|抽查|验收|考核|暗访|调研|评比|摸底|摸排|信息|情况|数据|进度|工作|相关|有关|材料|附件|内容|人员|人数|各类|基本|问题|隐患|任务|月度|季度|年度|报送|填报|上报|采集|收集|反馈|个人|进展|电子|日常|每日|近期|专项|集中|全面|联合|突击|例行|会议|参会|报名|签到|视频|全体|紧急|重要|推进|调度|部署|动员|座谈|总结|分析|例会|周例|协调|临时|碰头|班子|教师|职工|党员|干部|专题|线上|现场|培训|讲座|大会|演练|家长|上级|领导|本级|安全(?=$|检查|自查|排查|隐患)|卫生(?=$|检查)|环境(?=$|检查)|质量(?=$|检查)|日|周|月|全院|全校|全县|全镇|全市|全区|市里|县里|省里|镇里|区里|台账|名单|清单|方案|计划|报告|问卷|回执|表格?|会|大|组|和|等|新|旧|单位|名册|责任|对照|发现|下步|要求|本|其|该|此/g;
/** Signs of talk: what holds one was cut at the wrong place. */
const TALK =
  /改用|(?:会议?|课)用|^(?:开始|[给来])|^(?:[按为各每对把将到要都]|和(?![平谐美睦])|[一二三四五六七八九]是)|\d[日分点]|写在|点起|按表$|列个|还要|写到|填进|带[报表]|按照|对照|没有|如实|须|之前|都要|要[在把求]|不[要用许]|结果填|摸清|先按|照片|截图|书记|[我你您他她它吗呢了吧啊这那怎谁哪]|什么|是不是|一下|没有?[交报填]|已[交报填]|[?!]/;

/** Sittings that say who sits, or by what means, and not what about. */
const SITTING = new RegExp(
  `^(?:腾讯|钉钉|语音|云|视频|线上|支部|党员|团员|社员|村民|职工|会员|全员|全体|代表)*(?:${GATHERING})$`,
);

/** Letters of the matter that a name has at least. */
const LEAST_MATTER = 2;
const LAST_WORD = new RegExp(`(?:${PAPER}|${GATHERING}|${INSPECTING})$`);
/** Longer ones are no names. Characters. */
const LONGEST_NAME = 60;

/**
 * The name of what is asked for as it is compared and shown: without the office in front, asides, stamps and
 * marks. Null when it says too little, or too much to be a name. The period must have been taken out.
 */
export function canonicalName(raw: string): string | null {
  let name = raw.replace(ASIDE, '').trim().replace(FILE_END, '').replace(STAMP, '');
  name = withoutLeads(name.replace(FILE_HEAD, ''));
  name = name.replace(/[^\p{L}\p{N}、]+/gu, '');
  for (const [pattern, word] of SAID_FOR) name = name.replace(pattern, word);
  name = withoutLeads(name);
  if (name.length > LONGEST_NAME || TALK.test(name) || SITTING.test(name)) return null;
  const matter = name.replace(LAST_WORD, '').replace(GENERAL, '');
  return matter.length < LEAST_MATTER ? null : name;
}

function withoutLeads(name: string): string {
  let rest = name.trim();
  for (let round = 0; round < LEADS; round++) {
    const shorter = rest.replace(LEAD, '').trim();
    if (shorter === rest || shorter.length < 2) break;
    rest = shorter;
  }
  return rest;
}
