import type { Frame } from '../types.ts';

/** Money, health, water and power: what residents are told. */
export const LIVELIHOOD: Frame[] = [
  {
    id: 'health-insurance',
    theme: 'village',
    titles: [
      '{v}城乡居民医保集中征缴',
      '{v}养老保险补缴',
      '{t}{b}灵活就业社保补贴申领',
      '{v}意外伤害险续保',
    ],
    text: '{title}进入<倒计时|最后阶段>，个人缴费标准每人{n:100-600/20:元}，集中缴费期到{deadline}为止，{~可刷社保卡个人账户|只收微信和支付宝|可由子女代缴}。{who}<对照未缴名单逐户上门|拿着未缴名单挨家走>，{start}{time}在{place}设现场办理点。业务咨询{contact}。',
  },
  {
    id: 'water-off',
    theme: 'street',
    titles: ['{v}供水主管网改造', '{v}二次供水水箱清洗', '{t}{m}管网检漏抢修', '{v}雨污分流接驳'],
    text: '【停水通知】因{title}施工，{date}{time}将对以下片区停水：{place}及周边约{n:80-900/20:户}。<请提前储水|请居民提前蓄水>，{~恢复供水初期水质可能浑浊|消防车定点送水|高层住户恢复较晚}。请{who}转告到户，<尤其是|特别是>独居老人。抢修电话：{contact}',
  },
  {
    id: 'power-off',
    theme: 'village',
    titles: ['{v}台区改造', '{v}10千伏线路检修', '{v}{m}树障清理', '{f}增容接电'],
    text: '供电所告知：为配合{title}，计划于{date}{time}停电，影响范围：{place}附近{n:2-18:个}台区。{~检修如提前完成将随时送电|遇大雨取消|分段恢复送电}，<请勿自行攀爬电杆|严禁攀爬电杆>。{who}通知养殖户、呼吸机用户<备好发电机|准备好应急电源>。值班：{contact}',
  },
  {
    id: 'screening',
    theme: 'clinic',
    titles: [
      '{v}六十五岁以上老人免费体检',
      '{v}妇女“两癌”筛查',
      '{s}{q}学生窝沟封闭',
      '{v}结核病主动筛查',
    ],
    text: '{title}来啦~{date}{time}，{place}，当天限{n:40-200/10:人}。{~请空腹前来|无须空腹|需穿宽松衣物}，带身份证、医保卡。<行动不便的可预约上门|走不动的可以约上门>。{who}把人员<分批组织好|按组错峰安排>，预约表{deadline}前给{contact}。',
  },
  {
    id: 'vaccination',
    theme: 'clinic',
    titles: [
      '{s}{b}流感疫苗接种',
      '{v}狂犬病疫苗集中免疫',
      '{t}{b}HPV疫苗接种',
      '{s}麻腮风疫苗查漏补种',
    ],
    text: '{who}：{title}定于{date}{begin}开始，<地点在|接种点设在>{place}。到苗{n:60-600/20:支}，先到先打，{~自费项目须签知情同意书|全部免费|凭预约码入场}。发烧、过敏的<暂缓接种|先不要打>，接种后留观半小时。名单请于{deadline}前发{mail}，问{contact}。',
  },
  {
    id: 'job-fair',
    theme: 'street',
    titles: ['{t}{r}春风行动招聘会', '{f}{b}招工', '{t}{m}零工市场专场招聘', '{f}应届生专场招聘'],
    text: '{title}！{date}{time}，{place}，提供岗位{n:50-800/50:个}，月薪面议，{~包吃住有班车|无须工作经验|当场签约有补贴}。请{who}转发至各小区群、村民群，<重点通知返乡人员|特别要通知到返乡人员>。企业要摊位的在{deadline}前跟{contact}登记。岗位清单{link}',
  },
  {
    id: 'subsidy-notice',
    theme: 'village',
    titles: [
      '{v}农机购置补贴',
      '{v}农村危房改造补助',
      '{t}{b}高龄津贴年审',
      '{v}种粮大户奖补',
      '{t}{b}临时救助',
    ],
    text: '{title}开始受理。一、对象：{who}推荐并经村级评议的农户。二、标准：每户{n:300-3000/100:元}。三、材料：申请书、户口簿、{~银行卡复印件|受损照片|评议会记录}。四、时限：{deadline}止，<过时不候|逾期不候>。五、受理点：{place}，{contact}。<严禁优亲厚友。|不准优亲厚友。>表样{file}',
  },
  {
    id: 'pest-control',
    theme: 'village',
    titles: [
      '{v}小麦赤霉病统防',
      '{v}稻飞虱飞防作业',
      '{v}松材线虫病疫木除治',
      '{v}草地贪夜蛾防控',
    ],
    text: '植保提醒：当前<病虫害进入高发期|正是防治窗口期>，{title}定在{date}{time}作业，起降点{place}，作业面积约{n:300-3000/100:亩}。{~蜂农须提前转移蜂箱|鱼塘周边不作业|作业期间人畜不得下田}。请{who}<用大喇叭多播几遍|用喇叭循环播放>。飞手对接{contact}，不同意打药的{deadline}前讲。',
  },
  {
    id: 'gas-delivery',
    theme: 'village',
    titles: [
      '{v}清洁煤配送',
      '{v}救灾棉被发放',
      '{v}抗旱水泵调拨',
      '{t}{b}爱心助学包发放',
      '{v}春耕种子化肥到货',
    ],
    text: '{who}看过来：{title}，共{n:50-900/10:份}已经到了，{start}{time}到{place}领，{~村里自己安排车辆|由司机送到村口|每户自行来取}。<领的时候要签字，|领取须签名，>不能冒领。登记表{file}打印带来，余下的<退回仓库|统一退库>。{deadline}还没领的视为放弃。管库员{contact}',
  },
  {
    id: 'road-closure',
    theme: 'street',
    titles: ['{v}至集镇公路维修', '{v}桥梁加固', '{t}{m}马拉松交通管制', '{t}{r}燃气管道顶管'],
    text: '交通提示：因{title}，{place}路段自{opening}起封闭施工，工期{n:5-60/5:天}，每日{time}施工时段{~禁止一切车辆通行|半幅通行|仅限小车绕行}。<请过往群众绕道|请来往车辆绕行>，公交临时站点另设。{who}做好解释，[商户停业损失先登记，]有异议于{deadline}前反映给{contact}。',
  },
];
