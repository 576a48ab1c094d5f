/** Words that a forwarder adds or drops without changing the notice. Simplified, lower case, half width. */

/** Bracketed head words. */
export const HEAD_TAGS =
  '(?:转发|转办|转载|转知|代转|群转发|转|扩散|代发|分享|工作|重要|紧急|特急|急|通知|提醒|再次|再|温馨|友情|提示|强调|置顶|速看|必看|请|注意|周知){1,4}';

/** Head words that stand with a colon. */
export const HEAD_LEADS =
  '转发通知|转发一下|转发|转上级通知|转上级|转通知|转|fw|fwd|re|再次提醒|温馨提示|温馨提醒|友情提醒|提醒|重要通知|紧急通知|重要提醒';

/** What a forwarder's own words in front of a notice are made of: "请查看以下内容,抓好落实:". */
export const PASSING_ON =
  '请|大家|各位|再|都|刚才|刚刚|刚|接到|接|上级|收到|转发|转|的|一个|一则|一条|通知|消息|如下|以下|下面|下列|这个|这条|这|内容|查看|一下|看看|看|关注|注意|知悉|周知|知晓|别漏了|别忘了|重要|再次|提醒|温馨|提示|抓好|落实|抓紧|执行|传达|扩散|阅|务必|帮忙|打扰|了|啦|给|群里|所有人|个|麻烦|转告|事情|一分钟|占用|逐字|上面|来|务请|代转|转知|扩散';

/** Clauses of politeness. */
export const POLITE =
  '(?:(?:大家|各位|你们|您|同志们|老师们|同学们|领导们|家人们|伙伴们)?(?:早上|上午|中午|下午|晚上)?(?:好|您好|你好))|' +
  '(?:(?:非常|十分|多谢|衷心)?(?:谢谢|感谢|致谢|多谢)(?:大家|各位|您|你们)?的?(?:支持|配合|理解|关注|与|和|、|参与|合作|协助|大力)*(?:了)?)|' +
  '(?:(?:大家|各位|您|\\S{1,4}们)?辛苦(?:大家|各位\\S{0,4}|您|\\S{1,4}们)?[了啦]?)|(?:麻烦(?:大家|各位|您)?了?)|(?:拜托(?:大家|各位|您)?了?)|' +
  '(?:(?:如已|若已)(?:知晓|知悉|收到|看到))|(?:请(?:大家|各位)?回复(?:收到)?)|(?:请?(?:大家|各位)?(?:知悉|周知|悉知|知晓|查收|查阅|互相转告|相互转告|广而告之))|(?:特此通知)|(?:特此告知)|(?:望周知)|(?:敬请知悉)|(?:请大家注意查收)|(?:请注意查收)|' +
  '(?:重要的事情说三遍)|(?:祝?(?:大家|各位|您)?(?:工作|生活|周末|假期)(?:愉快|顺利))|(?:(?:敬请|请|望)(?:大家|各位|您)?(?:予以)?(?:支持|配合|谅解|理解|见谅|包涵)(?:与|和|、)?(?:支持|配合|谅解|理解)?)|(?:在线等)|(?:打扰(?:大家|各位|您)?(?:一下|了)?)|(?:再次?(?:发|转)一(?:遍|次|下))|' +
  '(?:(?:请?(?:大家|各位)?)?(?:收到|看到|阅)后?(?:后)?(?:的)?请?(?:务必|及时)?(?:回复|回复收到|回复一下|回复1|回1|回执|吱声))';

/** Addresses that name nobody in particular. */
export const GENERAL_ADDRESS =
  '(?:各位|全体|尊敬的|亲爱的)?(?:各位)?(?:领导|同事|同志|同仁|伙伴|家人|朋友|群友|亲)?(?:们)?(?:、(?:各位)?(?:领导|同事|同志|老师|同仁|伙伴|家人|朋友)(?:们)?)?';

/** Words of obligation: one may stand for another, or come or go. */
export const OBLIGATION: readonly string[] = [
  '必须',
  '务必',
  '一定要',
  '一定',
  '应当',
  '需要',
  '须',
  '需',
  '要',
  '应',
];

/** Words of haste without a time: one may stand for another, or come or go. */
export const HASTE: readonly string[] = [
  ...['尽快', '尽早', '抓紧', '抓紧时间', '马上', '立即', '立刻', '及时', '第一时间', '赶紧'],
];

/** Words of care and punctuality: how a thing is to be done, as it always is. */
export const MANNER: readonly string[] = [
  ...[
    '认真',
    '严肃',
    '切实',
    '扎实',
    '严格',
    '积极',
    '主动',
    '仔细',
    '全力',
    '准时',
    '按时',
    '准点',
    '如期',
  ],
];

/** Words whose coming or going changes nothing, besides. */
export const FILLERS: readonly string[] = [
  ...['请', '的', '啊', '哦', '哈', '呀', '啦', '了', '们', '将', '把', '现', '来', '也', '个'],
  ...['于', '在', '一下', '时间', '都', '还', '所需', '您好', '你们好', '大家好'],
  ...['其', '之', '则', '共', '工作', '相关', '有关', '即可', '就行', '就好', '便可', '就可以'],
  ...['一并', '一起', '再次', '大家', '敬请', '务请', '烦请', '恳请', '劳烦'],
  ...['并', '并且', '凡', '希望', '望'],
];

/** Words that hold a filler, or one of obligation, as a part of another meaning. */
export const WHOLE_WORDS: readonly string[] = [
  ...['不一定', '一定的', '一定程度'],
  ...['工作人员', '工作日', '工作群', '工作站', '工作室', '工作组', '工作队', '工作证', '工作服'],
  ...['其中', '公共', '共享', '共建', '共青团', '中共', '规则', '原则', '细则', '否则'],
  ...[
    '看望',
    '展望',
    '期望',
    '瞭望',
    '失望',
    '理由',
    '自由',
    '事由',
    '缘由',
    '合并',
    '并列',
    '并发',
    '并网',
    '平凡',
    '非凡',
  ],
  ...['准则', '总则', '尤其', '极其', '大家庭'],
  ...['工作时间', '工作餐', '工作单位', '有工作', '没工作', '无工作', '没有工作', '没收'],
  ...[
    '希望小学',
    '望城',
    '来安',
    '还建',
    '还田',
    '共用',
    '共和',
    '归还',
    '退还',
    '返还',
    '偿还',
    '还款',
    '还贷',
    '还清',
    '还书',
    '个税',
    '积极分子',
  ],
  ...['在外', '在建', '在用', '在学'],
  ...[
    '要求',
    '需求',
    '重要',
    '主要',
    '必要',
    '纪要',
    '概要',
    '要点',
    '要件',
    '摘要',
    '需知',
    '须知',
  ],
  ...[
    '应急',
    '应用',
    '应对',
    '供应',
    '响应',
    '反应',
    '对应',
    '效应',
    '适应',
    '相应',
    '应届',
    '应往届',
  ],
  ...['现场', '现金', '出现', '发现', '表现', '实现', '体现', '现有', '现行', '兑现'],
  ...['来电', '未来', '来信', '来源', '外来', '原来', '来访', '来年', '本来', '来料'],
  ...[
    '个人',
    '个体',
    '个别',
    '个性',
    '在职',
    '在校',
    '在编',
    '在岗',
    '存在',
    '在线',
    '在读',
    '在册',
  ],
  ...['了解', '可能', '功能', '职能', '智能', '许可', '认可', '可疑', '能力', '能源', '为了'],
  ...[
    '将军',
    '把关',
    '把握',
    '关于',
    '由于',
    '属于',
    '位于',
    '低于',
    '高于',
    '大于',
    '小于',
    '等于',
    '基于',
  ],
  ...[
    '方便',
    '便民',
    '便利',
    '就业',
    '就近',
    '就诊',
    '就地',
    '就餐',
    '成就',
    '即将',
    '立即',
    '行为',
    '作为',
  ],
  ...[
    '因素',
    '原因',
    '如实',
    '如下',
    '如何',
    '例如',
    '后续',
    '后期',
    '落后',
    '前往',
    '前期',
    '提前',
    '前台',
  ],
  ...[
    '国内',
    '室内',
    '境内',
    '周边',
    '周期',
    '周围',
    '周末',
    '及格',
    '普及',
    '涉及',
    '未成年',
    '未必',
  ],
];

/** Emoticons that clients write as words in brackets. */
export const FACES =
  '微笑|撇嘴|色|发呆|得意|流泪|害羞|闭嘴|睡|大哭|尴尬|发怒|调皮|呲牙|惊讶|难过|囧|抓狂|吐|偷笑|愉快|可爱|白眼|傲慢|困|惊恐|憨笑|流汗|悠闲|奋斗|咒骂|疑问|嘘|晕|衰|骷髅|敲打|再见|擦汗|抠鼻|鼓掌|糗大了|坏笑|左哼哼|右哼哼|哈欠|鄙视|委屈|快哭了|阴险|亲亲|可怜|菜刀|西瓜|啤酒|咖啡|饭|猪头|玫瑰|凋谢|嘴唇|爱心|心碎|蛋糕|闪电|炸弹|刀|足球|瓢虫|便便|月亮|太阳|礼物|拥抱|强|握手|胜利|抱拳|勾引|拳头|差劲|爱你|ok|爱情|飞吻|跳跳|发抖|转圈|嘿哈|捂脸|奸笑|机智|皱眉|耶|吃瓜|加油|汗|天啊|emm|社会社会|旺柴|好的|打脸|哇|翻白眼|666|让我看看|叹气|苦涩|裂开|合十|红包|發|福|烟花|爆竹|庆祝|赞|笑脸|生病|破涕为笑|脸红|恐惧|失望|无语|吐舌|鬼魂|比心|送花|鲜花|火|' +
  // The same as a client in English writes them.
  'smile|grimace|drool|scowl|coolguy|sob|shy|silent|sleep|cry|awkward|angry|tongue|grin|surprise|frown|ruthless|blush|scream|puke|chuckle|joyful|slight|smug|hungry|drowsy|panic|sweat|laugh|commando|determined|scold|shocked|shhh|dizzy|tormented|toasted|skull|hammer|wave|speechless|nosepick|clap|shame|trick|yawn|pooh-pooh|shrunken|tearingup|sly|kiss|wrath|whimper|cleaver|watermelon|beer|basketball|pingpong|coffee|rice|pig|rose|wilt|lips|heart|brokenheart|cake|lightning|bomb|dagger|soccer|ladybug|poop|moon|sun|gift|hug|thumbsup|thumbsdown|shake|peace|fight|beckon|fist|pinky|rockon|nuh-uh|inlove|blowkiss|waddle|tremble|twirl|kotow|lookback|jump|givein|hooray|hey|smirk|facepalm|smart|concerned|yeah!|onlooker|goforit|sweats|omg|respect|doge|noprob|mybad|wow|boring|awesome|letmesee|sigh|hurt|broken|salute|packet|rich|blessing|fireworks|firecracker|party|pray|applause';
