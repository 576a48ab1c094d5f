import { type DayEntry, file, flood, forwards, ME, photo, post, relay, system } from './entry.ts';
import { GROUPS as G, PEOPLE as P, VILLAGERS as V } from './groups.ts';

const [willow, bridge, east, south, north, ridge, west, market, camp, upper] = V;

const LOW_INCOME_MORE = `【补充通知】一季度低保动态核查除附件表3外，请同时填写附件表5《刚性支出困难家庭排查表》，报送时间由3月18日延长至3月20日，其余按原通知执行。`;

const RELIEF = `关于冬春救助资金发放公示的通知：请各村将冬春救助对象名单在村务公开栏公示7天，公示照片（近景、远景各1张）于3月13日前发民政办，公示无异议后3月23日统一打卡发放，严禁优亲厚友、平均分配。`;

const HOUSES = `【通知】各村：县住建局3月17日起对我镇自建房安全隐患整治情况开展实地核查，请对C级、D级危房逐户复核，做到“一户一档”，存量隐患12户须在3月16日前完成警示标识张贴并拍照留存。`;

const INSPECTION = `接县委办通知，3月13日上午县督查组到我镇督查人居环境整治和春耕生产，请各村今天下午组织党员、公益岗对主次干道、河道沟渠、房前屋后再清理一遍，重点清除秸秆、垃圾和“小广告”，19:00前将清理照片和参与人数发本群。`;

const BIRDS = `紧急通知：县疫控中心通报邻县发现一起野鸟高致病性禽流感疫情，请各村立即排查散养户，发现禽类异常死亡2小时内上报，不得自行处理。24小时值班电话0530-6620110。`;

/** From two to seven. */
export const AFTERNOON: readonly DayEntry[] = [
  ...forwards(LOW_INCOME_MORE, [
    ['14:05', G.civil, P.civil],
    ['14:07', G.town, P.civil, '@所有人 '],
    ['14:12', G.relief, P.civil, '【转发】'],
  ]),
  file('14:06', G.civil, P.civil, '附件：低保对象动态核查表（新增表5）.xls', 78.5),
  ...flood('14:08', G.civil, [
    [bridge, '收到'],
    [willow, '收到'],
    [camp, '收到'],
    [south, '收到'],
  ]),
  post('14:15', G.office, ME, '座签已经搬到文化站，投影仪试过了，麦克风缺一节电池'),
  post('14:16', G.office, P.secretary, '辛苦[强]电池让小吴去买'),
  photo('14:18', G.office, ME, '报告厅'),
  ...forwards(INSPECTION, [
    ['14:20', G.tidy, P.streets],
    ['14:22', G.town, P.secretary, '【重要】@所有人 '],
    ['14:25', G.grid, P.law, '【转发】'],
    ['14:27', G.streets, P.streets],
    ['14:33', G.farm, P.farm, '', '\n收到请回复'],
    ['14:40', G.gridThree, south, '请各位楼栋长知悉：\n'],
  ]),
  ...flood('14:23', G.town, [
    [willow, '柳树村收到，已组织18人'],
    [bridge, '收到'],
    [east, '收到'],
    [north, '北坡村收到'],
    [ridge, '收到'],
    [west, '收到'],
    [upper, '收到'],
    [ME, '收到'],
  ]),
  ...flood('14:34', G.farm, [
    [willow, '收到'],
    [market, '收到'],
    [camp, '收到'],
  ]),
  photo('15:02', G.tidy, bridge, '沟渠清理'),
  photo('15:03', G.tidy, bridge, '秸秆清运照'),
  post('15:04', G.tidy, bridge, '石桥村出动26人，清理沟渠800米'),
  photo('15:11', G.tidy, upper, '主干道'),
  post('15:12', G.tidy, upper, '上庄村15人参加'),
  post('15:14', G.tidy, camp, '', {
    kind: 'video',
    picture: { width: 240, height: 135, seed: '清扫' },
  }),
  ...forwards(BIRDS, [
    ['15:20', G.farm, P.farm],
    ['15:21', G.town, P.farm, '@所有人 '],
    ['15:24', G.duty, P.safety],
    ['15:26', G.grid, P.farm, '【转发】'],
  ]),
  ...flood('15:22', G.farm, [
    [bridge, '收到，马上排查'],
    [ridge, '收到'],
    [west, '西沟无异常'],
    [north, '北坡无异常'],
  ]),
  ...forwards(RELIEF, [
    ['15:30', G.relief, P.civil],
    ['15:32', G.civil, P.civil],
  ]),
  file('15:31', G.relief, P.civil, '冬春救助对象公示模板.docx', 21.7),
  photo('15:58', G.relief, camp, '公示栏远景'),
  photo('15:59', G.relief, camp, '公示近景'),
  ...forwards(HOUSES, [
    ['15:40', G.houses, P.safety],
    ['15:44', G.grid, P.safety],
    ['15:50', G.safety, P.safety, '【转发】'],
  ]),
  post('15:55', G.houses, P.safety, HOUSES.replace('12户', '14户')),
  post('15:56', G.houses, P.safety, '户数以后面这条为准，漏了西沟两户'),
  post('15:57', G.houses, west, '刘主任，那两户已经拆了，要不要写说明？'),
  post('15:58', G.houses, P.safety, '要，盖村委章'),
  post(
    '16:00',
    G.staff,
    P.party,
    '请各村今天下班前把驻村干部考勤表（3月上旬）发我，一式一份，电子版。',
  ),
  file('16:08', G.staff, willow, '柳树村驻村干部考勤表.xlsx', 12.1),
  file('16:12', G.staff, south, '南湾社区驻村干部考勤表.xlsx', 11.8),
  file('16:15', G.staff, east, '东河村考勤.jpg', 388),
  ...relay('16:05', G.petitions, '矛盾纠纷排查“零报告”接龙', [north, ridge, market, camp]),
  post('16:02', G.petitions, P.law, '今日矛盾纠纷“零报告”，请各村接龙。'),
  post(
    '16:20',
    G.ideology,
    P.news,
    '各单位：请对本单位微信群、公众号、短视频账号进行一次摸底，填写《网络阵地台账》，明确管理员和联系电话，3月17日下班前反馈，没有的也要零报告。',
  ),
  post(
    '16:22',
    G.news,
    P.news,
    '各单位：请对本单位微信群、公众号、短视频账号进行一次摸底，填写《网络阵地台账》，明确管理员和联系电话，3月17日下班前反馈，没有的也要零报告。',
  ),
  file('16:23', G.news, P.news, '网络阵地台账.xlsx', 16.3),
  file('16:21', G.ideology, P.news, '网络阵地台账.xlsx', 16.3),
  post('16:30', G.numbers, P.numbers, '粮食播种面积预计数请各村今天报，按地块核实，别估数。'),
  post('16:34', G.numbers, bridge, '石桥村小麦3260亩，油菜410亩'),
  post('16:36', G.numbers, willow, '柳树村小麦2875亩'),
  post('16:38', G.numbers, market, '新集小麦1940亩，蔬菜220亩', { recalledAt: 16 * 60 + 39 }),
  post('16:40', G.numbers, market, '新集小麦1904亩，蔬菜220亩'),
  post('16:45', G.fields, P.county, '各镇：自查表增加“管护责任人”一栏，请用新表，旧表作废。'),
  file('16:46', G.fields, P.county, '高标准农田设施管护自查表（新版）.docx', 47.9),
  post('16:48', G.fields, P.farm, '收到。各村注意，用新表，时间还是3月16日下班前。'),
  ...flood('16:49', G.fields, [
    [willow, '收到'],
    [west, '好的'],
    [camp, '收到'],
  ]),
  post('17:00', G.insurance, P.insurance, '@西沟村-罗永 @上庄村-韩磊 到5点了，说明材料还没收到'),
  post('17:03', G.insurance, west, '在路上'),
  post('17:10', G.jobs, P.insurance, '“春风送岗”招聘会志愿者还差4人，有空的私聊我'),
  post('17:12', G.jobs, ME, '我报名，周六上午可以'),
  post(
    '17:20',
    G.streets,
    P.streets,
    '今日出店经营整治情况：劝导商户23家，暂扣物品2件。明天6:30集合，早市秩序。',
  ),
  photo('17:21', G.streets, P.streets, '市容'),
  post('17:30', G.households, P.numbers, '记账户本月账本请25日前收齐，别集中补记。'),
  post('17:40', G.elders, P.civil, '各站点今天的助餐人数报一下'),
  ...flood('17:42', G.elders, [
    [south, '南湾36人'],
    [bridge, '石桥21人'],
    [willow, '柳树18人'],
  ]),
  post(
    '17:50',
    G.office,
    P.secretary,
    '「李梅：座签已经搬到文化站」\n- - - - - - - - - - - - - - -\n明天早上再核一遍名单，县里可能来个副县长',
  ),
  post('17:51', G.office, ME, '好，我把席卡备两套'),
  system('17:55', G.relief, '"县局-杜科长"修改群名为“冬春救助临时群”'),
  photo('18:20', G.tidy, ridge, '夜间清扫'),
  photo('18:32', G.tidy, north, '北坡清扫'),
  post('18:33', G.tidy, north, '北坡村22人参加，清理垃圾3车'),
  post(
    '18:50',
    G.grid,
    P.law,
    '走访日志还有6人没录，再不录系统要关了：马军、罗永、韩磊、宋佳、杨桂兰、高峰',
  ),
  post('18:55', G.grid, east, '已录'),
  post('18:58', G.grid, west, '已补录'),
];
