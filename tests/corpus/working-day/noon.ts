import { article, type DayEntry, file, flood, forwards, ME, photo, post, relay } from './entry.ts';
import { GROUPS as G, PEOPLE as P, VILLAGERS as V } from './groups.ts';

const [willow, bridge, east, south, north, ridge, west, market, camp, upper] = V;

const FIRE_SOONER = `关于开展春季消防安全隐患排查的通知
各村（社区）：
为做好春季火灾防控工作，请各村（社区）对辖区沿街商铺、养老院、小作坊和独居老人家庭开展一次消防安全隐患排查，重点检查电动车飞线充电、疏散通道堵塞、灭火器过期三类问题，建立台账逐项销号。排查汇总表于3月12日12:00前报应急办邮箱。
联系人：刘志勇，电话6620135`;

const FIRE_CHANGE = `【更正】应急办今早发的消防安全隐患排查通知，汇总表报送时间由3月13日17:00提前至3月12日12:00，其他要求不变，请各村抓紧。`;

const PLACE_CHANGE = `【会议地点变更】原定3月12日下午3:00在镇政府三楼会议室召开的一季度重点工作推进会，地点改为镇文化站二楼报告厅，时间不变，请互相转告。`;

const ELDERS = `各村（社区）卫生专干：2026年65岁以上老年人免费健康体检从3月17日开始，每天早上6:30至10:00在镇卫生院二楼体检中心进行，请通知老人空腹、带身份证前往。分村日程：17日柳树村、石桥村，18日东河村、南湾社区，19日北坡村、杨家岭村，20日其余各村。行动不便的老人请登记名单，由卫生院上门服务。`;

const RANKING = `截至3月11日10时，全镇2026年度城乡居民医保参保缴费进度通报如下：
1. 石桥村 98.6%
2. 南湾社区 97.9%
3. 柳树村 96.4%
……
9. 西沟村 88.1%
10. 上庄村 85.3%
请排名后三位的村书记今天下午5点前到社保所说明情况。`;

const LABOUR = `各抽中村：3月份月度劳动力调查入户时间为3月10日至3月14日，请调查员用手机端逐户采集并拍摄入户照片，每户不少于1张。数据于3月15日12:00前在平台完成审核，统计站会电话回访。`;

const JOBS = `【招聘会】清源县“春风送岗”专场招聘会3月14日（周六）上午9:00—12:00在河湾镇文化广场举行，县内外38家企业提供岗位1260个，请各村发动有就业意愿的群众参加，每村不少于20人，现场设有政策咨询和技能培训报名处。`;

/** From ten to two. */
export const NOON: readonly DayEntry[] = [
  ...forwards(RANKING, [
    ['10:05', G.insurance, P.insurance],
    ['10:08', G.town, P.insurance, '【通报】'],
    ['10:15', G.grid, P.insurance, '【转发】'],
  ]),
  post('10:09', G.town, P.mayor, '进度落后的村要找原因，不能再拖。'),
  ...flood('10:10', G.town, [
    [west, '收到，马上落实'],
    [upper, '收到，下午去汇报'],
    [willow, '收到'],
  ]),
  post('10:12', G.insurance, upper, '曹主任，我们村有27户在外地参保的，系统里还算未缴'),
  post('10:14', G.insurance, P.insurance, '把参保证明发我，我报县局剔除'),
  file('10:22', G.insurance, upper, '上庄村外地参保人员证明.pdf', 2764.8),
  ...forwards(FIRE_CHANGE, [
    ['10:40', G.safety, P.safety],
    ['10:41', G.town, P.safety, '@所有人 '],
    ['10:43', G.grid, P.safety],
  ]),
  ...forwards(FIRE_SOONER, [
    ['10:46', G.houses, P.safety, '【重要】'],
    ['10:58', G.gridThree, south, '以这个为准：\n'],
  ]),
  post('10:44', G.safety, east, '刘主任，能不能缓到明天下午，我们村商铺多'),
  post('10:45', G.safety, P.safety, '县里明天下午就要收，克服一下'),
  ...flood('10:47', G.grid, [
    [willow, '收到'],
    [south, '收到'],
    [camp, '收到'],
    [west, '收到'],
    [market, '收到'],
  ]),
  ...forwards(ELDERS, [
    ['10:30', G.health, P.health],
    ['10:33', G.elders, P.health, '【转发】'],
    ['10:36', G.visits, P.health, '@所有人 '],
    ['10:52', G.gridThree, south],
  ]),
  post('10:38', G.health, bridge, '何主任，今年抽血项目有肿瘤标志物吗，老人都问'),
  post('10:39', G.health, P.health, '女性有，男性还没定'),
  post('11:05', G.health, P.health, ELDERS.replace('6:30至10:00', '7:00至10:30')),
  post('11:06', G.health, P.health, '刚才时间发错了，以这条为准'),
  ...forwards(LABOUR, [
    ['10:20', G.numbers, P.numbers],
    ['10:25', G.households, P.numbers, '', '\n收到请回复'],
  ]),
  ...flood('10:26', G.households, [
    [bridge, '收到'],
    [east, '东河马军收到'],
    [camp, '收到'],
    [market, '收到'],
  ]),
  ...relay('10:30', G.jobs, '3月14日招聘会各村带队人员', [willow, south, camp, market, upper]),
  ...forwards(JOBS, [
    ['10:28', G.jobs, P.insurance],
    ['10:32', G.town, P.insurance, '【通知】'],
    ['10:50', G.gridThree, south, '好消息！'],
    ['11:20', G.relief, P.civil, '【转发】'],
  ]),
  photo('11:22', G.forest, ridge, '护林巡查一'),
  photo('11:23', G.forest, north, '护林巡查二2'),
  post('11:21', G.forest, P.safety, '各卡口11点半前把巡护照片发群里，带水印定位。'),
  photo('11:25', G.forest, upper, '卡口值守'),
  post('11:26', G.forest, west, '西沟卡口', { kind: 'location' }),
  post(
    '11:30',
    G.tidy,
    P.streets,
    '今天的人居环境“随手拍”请各村上传整改前后对比照片，每村不少于3组，16:00前。',
  ),
  photo('11:34', G.tidy, willow, '整改前'),
  photo('11:34', G.tidy, willow, '整改后照片'),
  photo('11:37', G.tidy, market, '路边清理'),
  photo('11:38', G.tidy, market, '路边清理后'),
  post('11:39', G.tidy, market, '新集村整改完成2处'),
  ...forwards(PLACE_CHANGE, [
    ['11:42', G.town, P.secretary, '@所有人 '],
    ['11:43', G.party, P.secretary],
    ['11:45', G.office, P.secretary],
  ]),
  post('11:46', G.office, P.secretary, '@李梅 座签搬到文化站去，投影仪提前试'),
  post('11:47', G.office, ME, '收到，下午一上班就去'),
  post('11:48', G.office, P.clerk, '三楼会议室的横幅还要吗', { recalledAt: 11 * 60 + 49 }),
  ...flood('11:44', G.town, [
    [bridge, '收到'],
    [ridge, '收到'],
    [south, '收到'],
    [camp, '收到'],
    [P.numbers, '统计站收到'],
    [P.news, '宣传办收到'],
  ]),
  post(
    '11:52',
    G.platform,
    P.platform,
    '【系统通知】各位管理员，平台将于今晚22:00至次日6:00升级维护，期间无法登录，请提前完成当日数据录入。',
  ),
  post(
    '11:55',
    G.platform,
    P.platform,
    '今日走访日志录入率统计：石桥村100%，柳树村92%，上庄村41%，请尽快补录。',
  ),
  post(
    '11:58',
    G.grid,
    P.law,
    '平台今晚维护，今天的走访日志请19:00前全部录入，每名网格员不少于2条，附现场照片。',
  ),
  post('12:10', G.office, P.clerk, '食堂今天有红烧鱼'),
  post('12:11', G.office, ME, '给我留一份，我送完材料就来'),
  post('12:12', G.office, P.clerk, '[OK]'),
  post('12:20', G.petitions, P.law, '东河村灌溉水渠纠纷已现场调解，双方签了协议，下午把材料归档。'),
  photo('12:21', G.petitions, P.law, '调解现场照'),
  post('12:22', G.petitions, P.mayor, '好，注意回访。'),
  ...forwards('请各支部今天把三会一课记录本拍照上传，每支部3张，组织办抽查。', [
    ['12:30', G.party, P.party, '@所有人 '],
    ['12:32', G.staff, P.party],
  ]),
  photo('12:40', G.party, willow, '记录本'),
  photo('12:44', G.party, bridge, '记录本二2'),
  photo('12:48', G.party, camp, '记录本三'),
  article('13:05', G.fraud, P.law, {
    url: 'https://safety.example.org/fraud/2026/03',
    title: '警惕！冒充客服退款新骗局，已有多人上当',
    description: '接到自称平台客服的电话，千万不要共享屏幕……',
  }),
  article('13:08', G.gridThree, south, {
    url: 'https://safety.example.org/fraud/2026/03',
    title: '警惕！冒充客服退款新骗局，已有多人上当',
    description: '接到自称平台客服的电话，千万不要共享屏幕……',
  }),
  post('13:06', G.fraud, P.law, '请转发到各村民小组群，转发截图发这里。'),
  post('13:20', G.visits, P.health, '3月份慢病随访还差43人，请各村医抓紧，20日前清零。'),
  post('13:22', G.visits, east, '', { kind: 'voice' }),
  post('13:30', G.ideology, P.news, '', { kind: 'unsupported' }),
  post('13:31', G.ideology, P.news, '请各联络员认真组织观看，留存照片。'),
  post('13:40', G.ideology, P.news, '', { kind: 'unsupported' }),
];
