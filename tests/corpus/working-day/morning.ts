import {
  article,
  type DayEntry,
  file,
  flood,
  forwards,
  fullWidth,
  ME,
  photo,
  post,
  relay,
  system,
} from './entry.ts';
import { GROUPS as G, PEOPLE as P, VILLAGERS as V } from './groups.ts';

const [willow, bridge, east, south, north, ridge, west, market, camp, upper] = V;

const WIND = `【大风蓝色预警】县气象台3月11日7时30分发布大风蓝色预警信号：预计今天白天到夜间我县有5到6级偏北风，阵风8级。请各村（社区）立即检查户外广告牌、临时工棚、大棚薄膜，停止高空作业，严禁野外用火，有险情第一时间报应急值守电话0530-6620119。`;

const FIRE = `关于开展春季消防安全隐患排查的通知
各村（社区）：
为做好春季火灾防控工作，请各村（社区）对辖区沿街商铺、养老院、小作坊和独居老人家庭开展一次消防安全隐患排查，重点检查电动车飞线充电、疏散通道堵塞、灭火器过期三类问题，建立台账逐项销号。排查汇总表于3月13日17:00前报应急办邮箱。
联系人：刘志勇，电话6620135`;

const MEETING = `【会议通知】定于3月12日（周四）下午3:00在镇政府三楼会议室召开一季度重点工作推进会，请各村（社区）书记、各站办所负责人参加，会议不得请假，提前10分钟签到。`;

const LAND = `各村：县局要求对2025年度高标准农田建设项目设施管护情况进行自查，请对照清单逐项核对机井、泵房、田间道路、林网四类设施，损坏的要拍照并注明位置，自查表于3月16日下班前报农业办孙丽处，逾期不报的按零问题上报并承担后果。`;

const LOW_INCOME = `关于做好一季度低保对象动态核查工作的通知：请各村民政专干对在册低保户、特困户逐户核查，重点核查家庭人口、收入、财产变化和死亡未停保情况，填写附件表3并由村书记签字盖章，3月18日前将纸质版一式两份报民政办208室。`;

/** From a quarter to seven to ten. */
export const MORNING: readonly DayEntry[] = [
  post(
    '6:42',
    G.study,
    P.party,
    '早上好！新的一天从学习开始，请大家完成今日学习任务后在群内打卡，上传积分截图。',
  ),
  ...flood('6:45', G.study, [
    [willow, '已完成，打卡'],
    [bridge, '打卡'],
    [south, '今日35分，打卡'],
    [north, '打卡[太阳]'],
    [ridge, '已学习，打卡'],
    [market, '打卡'],
  ]),
  photo('6:49', G.study, camp, '学习积分一'),
  photo('6:50', G.study, upper, '学习积分二'),
  ...forwards(WIND, [
    ['7:36', G.duty, P.safety],
    ['7:38', G.town, P.safety, '@所有人 '],
    ['7:39', G.flood, P.safety],
    ['7:41', G.grid, P.safety, '【转发】'],
    ['7:44', G.forest, P.safety, '', '\n收到请回复'],
    ['7:52', G.gridThree, south, '各位邻居，转发一则预警：\n'],
    ['7:58', G.streets, P.streets, '【转发】@所有人\n'],
  ]),
  ...flood('7:45', G.forest, [
    [willow, '收到'],
    [ridge, '杨家岭收到'],
    [north, '北坡村收到'],
    [west, '收到，已安排护林员上岗'],
    [upper, '收到'],
    [ME, '收到'],
  ]),
  ...flood('7:40', G.town, [
    [willow, '收到'],
    [bridge, '收到'],
    [east, '东河村收到'],
    [south, '南湾社区收到'],
    [north, '收到'],
    [camp, '收到[抱拳]'],
    [market, '新集收到'],
  ]),
  photo('8:05', G.duty, market, '广告牌加固'),
  post('8:06', G.duty, market, '新集村已对两处户外广告牌进行加固'),
  photo('8:09', G.duty, camp, '大棚压膜'),
  post('8:02', G.office, P.secretary, '今天上午县里来人看档案，大家把桌面收拾一下'),
  post('8:03', G.office, ME, '好的，会议室我去开门'),
  post('8:04', G.office, P.clerk, '打印机没墨了，谁知道备用墨盒在哪'),
  post('8:05', G.office, ME, '文件柜第二层，蓝色盒子里'),
  post('8:05', G.office, P.clerk, '找到了[呲牙]'),
  ...forwards(FIRE, [
    ['8:12', G.safety, P.safety],
    ['8:14', G.town, P.safety, '【通知】'],
    ['8:15', G.grid, P.safety, '', '\n收到请回复。'],
    ['8:21', G.houses, P.safety, '@所有人 '],
    ['8:26', G.elders, P.civil, '【转发】', '\n请各养老服务站一并落实'],
    ['9:02', G.gridThree, south, '各网格员：'],
  ]),
  post('8:33', G.streets, P.streets, fullWidth(FIRE)),
  file('8:13', G.safety, P.safety, '消防安全隐患排查汇总表.xlsx', 28.4),
  file('8:14', G.town, P.safety, '消防安全隐患排查汇总表.xlsx', 28.4),
  file('8:16', G.grid, P.safety, '消防安全隐患排查汇总表.xlsx', 28.4),
  ...flood('8:17', G.grid, [
    [willow, '收到'],
    [bridge, '石桥村黄丽萍收到'],
    [east, '收到'],
    [south, '收到'],
    [north, '1'],
    [ridge, '收到！'],
    [west, '西沟收到'],
    [market, '收到'],
    [camp, '大营村唐玉 收到'],
    [upper, '收到'],
    [ME, '收到'],
  ]),
  ...forwards(MEETING, [
    ['8:40', G.town, P.secretary, '@所有人 '],
    ['8:41', G.party, P.secretary],
    ['8:42', G.staff, P.party, '转：'],
    ['8:45', G.office, P.secretary],
  ]),
  post('8:46', G.office, P.secretary, '@李梅 会议签到表和座次你负责一下，下午先给我看'),
  post('8:47', G.office, ME, '好的赵主任'),
  ...flood('8:43', G.town, [
    [upper, '收到，按时参加'],
    [ridge, '收到'],
    [west, '收到'],
    [P.farm, '农业办收到'],
    [P.civil, '民政办收到'],
    [P.health, '卫健办收到'],
  ]),
  ...forwards(LAND, [
    ['8:55', G.fields, P.farm],
    ['8:57', G.farm, P.farm],
    ['9:10', G.grid, P.farm, '【转发】各位网格长协助督促：\n'],
  ]),
  file('8:56', G.fields, P.farm, '高标准农田设施管护自查表.docx', 45.2),
  file('8:58', G.farm, P.farm, '高标准农田设施管护自查表.docx', 45.2),
  post('9:05', G.fields, west, '孙主任，2023年的项目也要报吗？'),
  post('9:07', G.fields, P.farm, '这次只报2025年度的'),
  ...forwards(LOW_INCOME, [
    ['9:12', G.civil, P.civil],
    ['9:20', G.town, P.civil, '【通知】'],
    ['9:24', G.elders, P.civil],
    ['9:31', G.relief, P.civil, '@所有人\n'],
  ]),
  file('9:13', G.civil, P.civil, '附件：低保对象动态核查表.xls', 63),
  ...flood('9:14', G.civil, [
    [bridge, '收到'],
    [south, '南湾收到'],
    [camp, '收到'],
    [north, '收到'],
  ]),
  post('9:16', G.civil, ridge, '郑主任，去世的那两户材料上周已经交了，还用重新填吗'),
  post('9:18', G.civil, P.civil, '不用，在备注里写明就行'),
  article('9:30', G.news, P.news, {
    url: 'https://news.example.org/hewan/spring-ploughing',
    title: '河湾镇：春耕备耕正当时 田间地头党旗红',
    description: '连日来，河湾镇抢抓农时，组织党员干部深入田间地头服务春耕生产……',
  }),
  post(
    '9:31',
    G.news,
    P.news,
    '@所有人 请各村、各站办所转发朋友圈并点赞、点在看，截图发群内，10:30统计未完成名单。',
  ),
  ...forwards('请大家转发朋友圈并点赞，截图发群里。', [
    ['9:36', G.party, P.party],
    ['9:38', G.ideology, P.news],
    ['9:44', G.gridThree, south],
  ]),
  ...[G.party, G.ideology, G.town, G.gridThree].map((group, index) =>
    article(`9:${35 + index * 2}`, group, group === G.gridThree ? south : P.news, {
      url: 'https://news.example.org/hewan/spring-ploughing',
      title: '河湾镇：春耕备耕正当时 田间地头党旗红',
      description: '连日来，河湾镇抢抓农时，组织党员干部深入田间地头服务春耕生产……',
    }),
  ),
  photo('9:41', G.news, willow, '朋友圈截图一'),
  photo('9:42', G.news, east, '朋友圈截图二2'),
  photo('9:43', G.news, upper, '朋友圈截图三'),
  post('9:44', G.news, bridge, '已转发'),
  post('9:45', G.news, north, '已转发已点赞[强]'),
  ...relay('9:48', G.fraud, '反诈小程序安装情况接龙（村名+户数）', [
    willow,
    bridge,
    east,
    south,
    north,
    ridge,
    west,
  ]),
  post('9:46', G.fraud, P.law, '请各村接龙上报反诈小程序安装户数，今天12点前完成。'),
  system('9:50', G.relief, '"民政办-郑伟"邀请"县局-杜科长"加入了群聊'),
];
