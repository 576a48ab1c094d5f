import type { Frame } from '../types.ts';

/** Somebody comes to look, or one has to look oneself. */
export const INSPECTIONS: Frame[] = [
  {
    id: 'inspection-visit',
    theme: 'village',
    titles: [
      '县委督查组{v}人居环境暗访',
      '市级{v}耕地保护督导',
      '{t}{q}粮食安全考核',
      '省级{v}美丽乡村验收',
    ],
    text: '{title}<定在|安排在>{date}，{begin}到，先看{place}，再随机入户{n:3-30:户}。{who}做好准备：台账<摆放整齐|按目录装盒>，{~不挂横幅不迎送|主要道路清扫洒水|讲解员提前到位}，村口安排人引导。材料清单{deadline}前整理好。对接人：{contact}',
  },
  {
    id: 'inspection-fire',
    theme: 'firm',
    titles: [
      '{f}消防设施专项检查',
      '{f}有限空间作业排查',
      '{t}{m}“九小场所”夜查',
      '{t}{b}液化气站点检查',
    ],
    text: '为<深刻吸取近期事故教训|坚决防范各类事故>，{title}自{start}开始。检查内容：①疏散通道是否畅通；②灭火器压力是否正常（抽查{n:5-40/5:具}）；③{~值班人员是否持证|电线是否私拉乱接|危化品是否分区存放}。请{who}先行自查，自查表于{deadline}前交至{place}。<拒不整改的|整改不到位的>依法处罚。咨询电话{contact}',
  },
  {
    id: 'inspection-forest',
    theme: 'village',
    titles: ['{v}清明祭祀用火管控', '{v}{m}林区野外用火巡查', '{t}{q}森林防灭火卡点值守'],
    text: '{title}安排如下：值守时间{date}{time}，卡点设在{place}，每班{n:2-8:人}，{who}轮流带班。<进山车辆人员一律登记|凡进山必登记>，{~收缴火种|扫防火码|发放一封信}。离岗一次通报一次。物资领取找{contact}，排班表{deadline}前报上来。',
  },
  {
    id: 'inspection-food',
    theme: 'school',
    titles: [
      '{s}食堂后厨“互联网+明厨亮灶”检查',
      '{s}周边小卖部整治',
      '{s}{m}校园食品安全自查',
      '{s}饮用水水质检测',
    ],
    text: '市场监管所联合教育办<近期|近日>开展{title}，{date}{time}进校，陪同人员：{who}。重点看{~留样是否满四十八小时|从业人员健康证|进货票据和溯源码}，抽检样品{n:4-24/2:批次}。学校提前准备{file}，<现场打分，当场反馈|当场反馈问题>。到校后在{place}集合，联系{contact}。',
  },
  {
    id: 'inspection-roads',
    theme: 'street',
    titles: [
      '{t}{m}占道经营整治',
      '{t}{q}飞线充电清理',
      '{t}{b}违法建设拆除',
      '{t}共享单车停放整治',
    ],
    text: '{start}{time}在{place}集合，开展{title}，出动{n:10-60/5:人}，{who}自带{~反光背心和执法记录仪|铁锹扫把|宣传单和喇叭}。<文明劝导，不得与群众发生冲突|注意方式方法，严禁与群众发生争执>。雨天顺延由{contact}在群里说。行动总结{deadline}前写好。',
  },
  {
    id: 'inspection-water',
    theme: 'village',
    titles: ['{v}水库汛前检查', '{v}山洪沟巡查', '{v}{m}地质灾害点排查', '{t}在建工地{q}防汛检查'],
    text: '受强降雨影响，请{who}立即开展{title}，<做到不漏一处|确保全覆盖>。巡查频次：每{n:2-9:小时}一次，{~雨停后再查一遍|夜间加密一倍|雨中也要上堤}；发现险情先转移后报告，转移安置点在{place}。本轮巡查结果于{deadline}{dtime}前填入{link} 。值班：{contact}',
  },
  {
    id: 'inspection-hygiene',
    theme: 'clinic',
    titles: ['{t}{q}医疗废物处置检查', '{t}村卫生室{m}药品效期检查', '{t}{b}传染病防控督导'],
    text: '督导通知：{title}，{date}{begin}开始，按{~现场抽签|由远及近|随机路线}的顺序走，每家停留约{n:20-60/10:分钟}。<请准备|请备齐>：转运联单、消毒记录、{file}。{who}在岗等候，问题反馈会放在{place}。需要调整时间的{deadline}前跟{contact}讲。',
  },
  {
    id: 'inspection-elders',
    theme: 'street',
    titles: [
      '{t}独居老人{q}燃气安全入户',
      '{v}孤寡老人{m}关爱探访',
      '{t}困境儿童{r}走访',
      '{t}残疾人{q}入户评估',
    ],
    text: '{title}要求{~见人见床见厨房|电话与上门相结合|必须本人面签}，{who}每人负责{n:5-30/5:户}，<分片包干|划片包户>，{deadline}前全部走完。走访表在{place}领，填好扫描传到{link} 。发现异常第一时间打给{contact}，<不得代签、补签|严禁代签>。',
  },
  {
    id: 'inspection-archive',
    theme: 'party',
    titles: [
      '{v}党支部“三会一课”记录检查',
      '{t}{q}党费收缴核查',
      '{t}{b}党员档案专项审核',
      '{v}党建阵地规范化验收',
    ],
    text: '组织办拟对{title}情况进行抽查，时间：{date}，方式：{~交叉互评|集中送审|上门查阅}，地点：{place}。请{who}<准备好|备好>近{n:2-5:年}的原始记录，[缺的不要突击补，]装订整齐，于{deadline}{dtime}前送达。<检查结果纳入述职评议|结果与评星定级挂钩>。联系人{contact}',
  },
  {
    id: 'inspection-vehicles',
    theme: 'school',
    titles: ['{s}校车{m}安全检查', '{s}门口交通秩序整治', '{t}{b}校车驾驶人审验'],
    text: '交管站通知：{title}于{date}{time}进行，车辆停到{place}，{who}到场。逐车检查灭火器、安全锤、{~GPS定位记录|座椅安全带|轮胎花纹深度}，不合格的限{n:3-15:天}整改。<驾驶证、行驶证原件带齐。|请带齐证件原件。>有车辆送修来不了的，{deadline}前告诉{contact}。',
  },
];
