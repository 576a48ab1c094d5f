import type { Frame } from '../types.ts';

/** Drives, contests, volunteers, pictures for the report. */
export const CAMPAIGNS: Frame[] = [
  {
    id: 'contest-video',
    theme: 'department',
    titles: ['{t}{r}短视频征集', '{v}最美庭院评选', '{t}{q}好人好事推荐', '{t}{r}基层理论宣讲比赛'],
    text: '<一年一度的|大家期待的>{title}启动！作品{~时长不限|须为横屏高清|须为原创首发}，各单位推荐{n:2-9:件}，{who}均可参与。作品和{file}于{deadline}{dtime}前发到{mail}，初评{date}在{place}进行，<结果当场公布。|当天出结果。>[获奖者有证书。]组委会：{contact}',
  },
  {
    id: 'volunteer-cleanup',
    theme: 'party',
    titles: ['{v}河滩清理志愿服务', '{t}{m}文明交通劝导', '{v}楼道清扫主题党日', '{t}{r}义务植树'],
    text: '{date}{time}，{title}，集合点：{place}。{who}报名，<要|需要>{n:10-60/5:人}，{~自带手套和水杯|工具统一发|穿红马甲}，[雨天顺延，]完事拍张合影。<在群里接龙报名也行，|可以直接接龙，>{deadline}{dtime}前报到{contact}处。',
  },
  {
    id: 'blood-donation',
    theme: 'department',
    titles: ['{t}{b}无偿献血', '{t}{q}机关献血', '{s}{b}教职工献血', '{f}{b}职工献血'],
    text: '倡议：{title}活动将于{date}{time}在{place}举行，献血车{n:1-4:辆}。凡{who}，身体健康者<均可|都可以>参加，{~献血后可休息一天|献血者发纪念品|须带身份证原件}。请各支部<积极发动|广泛发动>，{deadline}前将预约人数报{contact}。献血前须知：{link}',
  },
  {
    id: 'culture-show',
    theme: 'village',
    titles: [
      '{v}丰收节文艺汇演',
      '{v}送戏下乡演出',
      '{v}村BA{r}比赛',
      '{t}{r}广场舞展演',
      '{v}重阳节敬老宴',
    ],
    text: '乡亲们，{title}要来了！\n🎪 {date}{time}\n🎪 {place}\n🎪 节目（项目）{n:6-24:个}\n{who}<负责组织观众|组织群众观看>，{~凳子自带|凭票入场|停车到指定空地}，看管好老人孩子。还缺几个报幕和搬道具的，{deadline}前跟{contact}说。<欢迎大家来热闹热闹！|欢迎来捧场！>',
  },
  {
    id: 'publicity-sharing',
    theme: 'street',
    titles: ['{t}{m}国家安全宣传', '{t}{q}禁毒宣传', '{t}{r}垃圾分类宣传周', '{t}{m}防火宣传'],
    text: '{title}材料已印好，{who}到{place}领取，每社区{n:50-500/50:份}，{~优先贴单元门|优先发沿街商户|优先发中小学生}。{start}{begin}前要发完上墙，<照片和小结|小结和照片>于{deadline}前发{mail}。电子海报下载：{link} ，缺货找{contact}补。',
  },
  {
    id: 'donation-drive',
    theme: 'party',
    titles: ['{v}困难党员帮扶结对', '{t}{b}慈善一日捐', '{v}受灾户募捐', '{t}{r}旧衣回收捐赠'],
    text: '关于{title}的倡议书：一方有难，八方支援。<现面向|现向>{who}发出倡议，{~坚持自愿不设标准|每个支部不少于百元|捐款名单张榜公布}。捐赠点设在{place}，时间为{start}{time}，[现场有专人登记，]目标帮助{n:5-60/5:户}家庭。<线上捐赠入口|线上入口>：{link} 。公示材料{deadline}完成，监督电话：{contact}',
  },
  {
    id: 'sports-meet',
    theme: 'student',
    titles: [
      '{r}新生篮球赛',
      '{r}宿舍文化节',
      '{r}校园歌手大赛',
      '{r}辩论赛初赛',
      '{s}{r}师生联谊',
      '{m}社团嘉年华',
    ],
    text: '{who}注意啦！{title}报名通道已开：{link}\n参赛队伍上限{n:8-48/4:支}，{~每队须有两名女生|不设组别限制|以学院为单位}。抽签会{date}{time}在{place}，<领队到场抽签|队长到场抽签>，缺席由工作人员代抽。报名表{file}，<截止|最晚>{deadline}{dtime}。联系{contact}',
  },
  {
    id: 'dormitory',
    theme: 'student',
    titles: [
      '{m}宿舍卫生安全检查',
      '{b}学生证补办',
      '{b}助学金材料初审',
      '{m}勤工助学岗位竞聘',
      '{b}医保参保登记',
      '{s}支教队员{b}招募',
    ],
    text: '各位同学：\n大家好！{title}安排如下，请{who}<知悉并转告|了解并转告>。时间{date}{time}，在{place}集中办理，每班由{n:1-4:名}负责人<统一来交|统一递交>；{~需本人到场签字|可以委托同学代办|只收纸质材料}。电子表{deadline}{dtime}前发送至{mail}，表格下载见{file}。<如有疑问|如有问题>，请联系{contact}。',
  },
  {
    id: 'survey-link',
    theme: 'school',
    titles: [
      '{s}{q}家长满意度测评',
      '{s}{m}心理健康筛查',
      '{t}{r}校外培训问卷',
      '{s}课后服务意愿调查',
    ],
    text: '请{who}<组织|发动>家长完成{title}，<问卷地址|问卷入口>：{link} ，{deadline}{dtime}关闭。参与率不低于{n:80-100/2:%}，{~一个家庭填一次|父母双方都要填|由学生在机房填}。低于要求的班级{date}在{place}说明情况。后台由{contact}导出，<内容保密|结果保密>。',
  },
  {
    id: 'night-duty',
    theme: 'department',
    titles: ['{t}{m}节假日值班', '{t}{q}信访维稳专班值守', '{t}{r}夜间巡查轮值', '{v}庙会执勤'],
    text: '{title}表已排好（{file}）。<几点提醒：|注意几点：>1、从{opening}{begin}算起，每班{n:2-6:人}；2、{~手机二十四小时开机|值班室不得空岗|带班领导在岗过夜}；3、地点在{place}，钥匙找{contact}拿；4、{who}调班的要在{deadline}前说，<不要私下换|严禁私自换班>。',
  },
];
