import type { Frame } from '../types.ts';

/** Fill in, hand in, by when. */
export const REPORTS: Frame[] = [
  {
    id: 'report-table',
    theme: 'village',
    titles: [
      '{v}农村低收入人口摸底',
      '{t}{m}撂荒地复耕情况统计',
      '{v}空闲农房登记',
      '{t}{q}外出务工人员信息更新',
    ],
    text: '{who}：请<认真|仔细>核对{title}数据，填写《{file}》，于{deadline}{dtime}前{~以纸质盖章件|以电子版|通过系统}报送。报表须经{n:2-5:人}签字确认，<逾期将通报批评|逾期视为零报告>。[数据口径不清的先问再填。]邮箱：{mail}。联系人：{contact}',
  },
  {
    id: 'report-casual',
    theme: 'village',
    titles: ['{v}厕所革命问题台账', '{v}残疾人辅具需求表', '{t}{m}耕地流出图斑核实表'],
    text: '还没交{title}的抓紧了，{deadline}{dtime}截止。模板用{file}，不要自己改格式，一个自然村{n:1-5:页}，{~党支部书记签字|包村领导签字|经办人签字}后拍照和电子版一起给{contact}。<我这边要汇总，|县里等着要数，>不要拖。{who}<互相转告一下|相互提醒>。',
  },
  {
    id: 'report-formal',
    theme: 'department',
    titles: [
      '{t}{q}政务公开自查',
      '{t}{m}“三公”经费支出核查',
      '{t}{b}历史遗留债务清理',
      '{t}办公用房{q}清查',
    ],
    text: '关于开展{title}的通知\n为贯彻落实有关要求，<现就有关事项通知如下|现将有关事项通知如下>：一、自查范围为{who}；二、自查内容见附件；三、请于{deadline}前将自查报告（{n:1000-3000/500:字}以内）及{file}{~加盖公章后送至|扫描后发至|经分管领导签批后交}{place}，同时发送至{mail}。<未按时报送的|逾期不报的>，年底考核扣分。',
  },
  {
    id: 'report-shared-sheet',
    theme: 'street',
    titles: [
      '{t}{m}电动自行车充电隐患',
      '{t}{r}独居老人走访结果',
      '{t}{b}老旧小区改造意愿',
      '{t}{q}群租房信息',
    ],
    text: '共享表格已建好：{link}\n请{who}在{deadline}{dtime}前完成{title}填写，每{n:30-300/30:户}一个分表，{~只填黄色列|全部列必填|空项填“无”}。<填完不要排序、不要删行。|请勿改动表头。>[漏填的会逐个打电话。]问题统一汇总给{contact}。',
  },
  {
    id: 'report-statistics',
    theme: 'firm',
    titles: [
      '{f}{m}能耗数据',
      '{f}{q}劳动工资统计',
      '{t}{m}批零住餐企业经营情况',
      '{t}规上工业企业{m}产值',
    ],
    text: '【统计报送】{title}上报提醒：联网直报平台开网时间{start}，关网时间{deadline}{dtime}，请{who}<按时登录填报|及时登录填报>。本月起{~同比波动超过|环比波动超过|累计偏差超过}{n:10-50/5:%}的需写说明，模板见{file}。报完后电话告知{contact}。',
  },
  {
    id: 'report-list',
    theme: 'village',
    titles: [
      '{v}小额信贷贴息名单',
      '{v}公益林补偿面积',
      '{t}{b}雨露计划补助名单',
      '{v}地力保护补贴花名册',
    ],
    text: '{title}需要重新核对：\n1.<逐户核对|挨户核对>身份证号、银行卡号，{~户主本人签字按手印|村民代表签字|驻村干部签字}；\n2.公示期不少于{n:3-15:天}，公示照片存档；\n3.核对结果于{deadline}前发送至{mail}，纸质件送{place}。\n<请|烦请>{who}高度重视，有疑问联系{contact}。',
  },
  {
    id: 'report-zero',
    theme: 'clinic',
    titles: ['{t}{m}发热门诊监测', '{t}{q}手足口病报告管理', '{t}{b}疫苗冷链温度监测'],
    text: '从{start}起，{title}执行{~每日零报告|每周一报|每旬一报}，{who}于{dtime}前<在群文件里登记|在工作平台登记>，{n:2-9:次}漏报的约谈负责人。报告卡样式见{file}，[节假日不停报，]网报有问题找{contact}。',
  },
  {
    id: 'report-archives',
    theme: 'school',
    titles: [
      '{s}学籍信息核查',
      '{s}{m}营养餐食材采购台账',
      '{s}{q}学生视力筛查数据',
      '{t}学前资助{b}名册',
    ],
    text: '各校注意：{title}请于{deadline}{dtime}前导出并上报，文件名按“校名+人数”，压缩包不超过{n:10-100/10:MB}，发{mail}。{~转入转出学生单独列表|外地户籍学生单独列表|休学复学学生单独列表}，<不得漏报错报|不准漏报错报>。{who}为第一责任人。平台技术支持：{contact}',
  },
  {
    id: 'report-photos',
    theme: 'village',
    titles: ['{v}河道清漂', '{v}{m}人居环境整治', '{v}春季植树', '{t}{q}农业面源污染治理'],
    text: '{title}的前后对比照要报县里，每个点位{n:2-8:张}，{~横拍并带水印|竖拍不带水印|同一角度拍摄}，{deadline}前发我邮箱{mail}，照片说明写清地点和日期。<质量不高的打回重拍，|模糊的不算，>由{who}把关，不清楚的问{contact}。',
  },
  {
    id: 'report-plan',
    theme: 'department',
    titles: [
      '{t}{q}重点项目谋划',
      '{v}乡村振兴示范创建',
      '{t}{b}专项债项目储备',
      '{v}农旅融合项目包装',
    ],
    text: '请{who}围绕{title}，<结合实际|立足实际>提出{n:1-6:个}项目，{~须有明确选址和用地手续|投资额不设下限|须完成可行性研究}。初稿{deadline}{dtime}前提交{contact}，{date}{time}在{place}过会审核。格式：{file}。<过会不通过的退回重报|未通过的退回修改>。',
  },
];
