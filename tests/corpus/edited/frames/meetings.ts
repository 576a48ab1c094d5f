import type { Frame } from '../types.ts';

/** Come, sit down, listen. */
export const MEETINGS: Frame[] = [
  {
    id: 'meeting-decided',
    theme: 'village',
    titles: [
      '{v}高标准农田建设推进会',
      '{v}人居环境整治现场会',
      '{t}{m}秸秆禁烧工作部署会',
      '{t}{q}安全生产例会',
    ],
    text: '<经研究|经镇党委研究|根据工作安排>，<定于|拟于>{date}{time}在{place}召开{title}，[请提前{n:5-30/5:分钟}入场，]参会范围为{who}。请参会人员{~着正装|穿工作服|佩戴党员徽章}，<将手机调至静音，|关闭手机，>不得迟到早退。因故不能参加的，须于{deadline}前向{contact}请假。',
  },
  {
    id: 'meeting-fields',
    theme: 'department',
    titles: [
      '{t}{m}重点工作调度会',
      '{t}{q}经济运行分析会',
      '{v}征地拆迁协调会',
      '{f}停产整改约谈会',
    ],
    text: '【会议通知】\n会议名称：{title}\n时间：{date}{time}\n地点：{place}\n参加人员：{who}\n要求：<请准时参加，|务必按时到会，>会上{~逐一发言|书面汇报|随机抽查提问}，每人不超过{n:3-9:分钟}[，发言材料会前发到{mail}]。\n联系人：{contact}',
  },
  {
    id: 'meeting-online',
    theme: 'department',
    titles: ['{t}{m}防返贫监测系统操作讲解', '{t}{r}信访业务交流', '{m}{v}项目资金支付对接'],
    text: '<跟大家说一下，|各位同事，>{date}{time}有个{title}，线上开，入会链接 {link} ，每个单位至少{n:1-5:人}在线，{~全程打开摄像头|开麦签到|可以不开摄像头}。{who}都要参加，进会议室后<名字写成|昵称用>“单位+姓名”。[会后把学习笔记交上来，]有事找{contact}。',
  },
  {
    id: 'meeting-video',
    theme: 'street',
    titles: [
      '全省{m}平安建设视频调度（{t}分会场）',
      '{t}{q}消防安全电视电话会',
      '{t}{r}网格化管理视频培训会',
    ],
    text: '{who}：\n    接上级通知，{title}将于{date}{time}召开，我处会场设在{place}。请{~主要负责同志|分管负责同志|业务经办人员}<携带笔记本参会|参会并做好记录>，并于{deadline}前将参会回执报送至{mail}。[每单位限{n:1-4:人}。]\n    特此通知。',
  },
  {
    id: 'meeting-urgent',
    theme: 'village',
    titles: ['{v}饮水工程问题碰头会', '{v}土地确权纠纷调解会', '{t}{m}巡察整改碰头会'],
    text: '临时加一个会！{date}{time}，{place}，开{title}。{who}<必须到场|一个都不能少>，带上{~会议记录本|整改台账原件|户主签字材料}，[材料准备{n:2-9:份}，]<到了找|现场对接>{contact}。<不得请人代会。|不准找人顶替。>',
  },
  {
    id: 'meeting-congress',
    theme: 'party',
    titles: [
      '{v}党支部换届选举大会',
      '{t}{r}发展对象集中政治审查会',
      '{v}党员年度民主评议会',
      '{t}党委理论学习中心组{r}集中学习',
    ],
    text: '关于召开{title}的通知\n\n{who}：\n一、会议时间：{date}{time}\n二、会议地点：{place}\n三、会议内容：听取工作报告，{~无记名投票|举手表决|酝酿候选人名单}[，宣读有关批复]。\n四、有关要求：应到会人数不少于{n:20-90/5:人}；<请统筹安排好工作，|请提前做好准备，>如需请假须由本人向{contact}书面说明。',
  },
  {
    id: 'parents-evening',
    theme: 'school',
    titles: [
      '{s}一年级新生家长会',
      '{s}{r}家庭教育讲座',
      '{s}毕业年级升学指导会',
      '{s}{m}家长开放日',
    ],
    text: '尊敬的{who}：您好！为<进一步加强家校沟通|增进家校共育>，学校定于{date}{time}在{place}举行{title}。每个家庭请来{n:1-3:人}，{~凭身份证登记入校|凭邀请函入校|从北门步行入校}，校内不停车。[请安排好孩子的接送。]<如有疑问|如有问题>请与{contact}联系。',
  },
  {
    id: 'clinic-rounds',
    theme: 'clinic',
    titles: [
      '{t}{m}公共卫生服务质控会',
      '{t}{q}院感防控分析会',
      '{t}慢性病随访{r}集中整改会',
      '{v}家庭医生签约推进会',
    ],
    text: '各位同仁，{title}时间定了：{date}{time}，{place}。\n①{who}参加；\n②每科带{n:5-30/5:份}{~近期门诊病历|随访原始记录|疫苗出入库台账}现场互查；\n③<查出的问题当场认领|问题清单当场签字>。\n上次没交整改报告的于{deadline}前补交{contact}。',
  },
  {
    id: 'tender',
    theme: 'department',
    titles: [
      '{v}村组道路硬化工程比选',
      '{v}太阳能路灯采购询价',
      '{t}{b}公益性岗位劳保用品采购',
      '{s}食堂改造比选',
    ],
    text: '{title}公告已挂网。预算控制价{n:8-96/2:万元}，报名截止{deadline}{dtime}，开标时间{date}{time}，地点{place}。报名材料须{~密封盖章现场递交|扫描件发邮箱|一正两副胶装}，<逾期不予受理|过期不予受理>。{who}<派员现场监督|安排人员到场见证>。咨询：{contact}',
  },
  {
    id: 'mediation-day',
    theme: 'street',
    titles: ['{t}{m}领导干部接访日', '{t}{r}流动法庭进社区', '{t}{q}民情恳谈日'],
    text: '{date}{time}是{title}，接待点设在{place}。请{who}<提前梳理|先摸排>本辖区未化解的矛盾，每个社区至少报{n:1-6:件}，于{deadline}{dtime}前{~填入共享表格|书面报综治中心|录入信访系统}。当事人到场<由专人引导|请安排专人陪同>。联络人{contact}。',
  },
];
