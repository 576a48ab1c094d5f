import { HAN } from './han.ts';

/** Surnames of one letter, as the inside of a character class. */
export const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏苏潘葛奚范彭郎鲁韦马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于傅皮卞齐康伍余顾孟平黄和穆萧肖尹姚邵汪祁毛米贝臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱丘骆高夏蔡田樊胡凌霍虞万柯卢莫房解应宗丁邓洪包左石崔龚程邢裴陆荣翁段侯宁仇刘景叶司黎白赖卓池乔谭申冉牛温庄柴阎连习易耿聂曾关欧闫涂车古艾向甘桂辛尚廖付覃詹饶牟屠佟娄冀鞠晏瞿栾匡邰佘缪荀靳甄蔺胥姬茹寇巩晁敖储符巫谌龙翟岳丛隋窦苟卜阚邬鄢邝尧杭';

/** A whole name, as a part of a pattern; words that only begin with such a letter are none. */
export const PERSON = `(?!方[便式案]|安[全排静检]|高[温峰龄血一二三中低处校年]|毕业|平[时均安]|连夜|司机|解聘|路[上口边面]|江[边北南区]|车[站间库]|常[务年见]|包[吃车含接食]|车[费辆间位]|路[滑费]|应[到届]|任[选意]|马上|周[一二三四五六日末]|费用|严[禁格查]|万元|关[门闭]|连续|白天|项目|何[时地]|解[散除]|金额|常[温住]|许可|曾用|左[右侧]|向|单[位独]|付[款费清账钱出息讫现]|储[蓄存备物藏量]|符[合号]|巩固|屠[宰杀]|匡算|饶恕)[${SURNAMES}]${HAN}{1,2}`;

/** The name before a post ("王主任"), as a part of a pattern: "高三班主任" and "毕业班老师" are some of many. */
export const BEFORE_POST = `(?!毕业|高[一二三中年]|方便|安全|项目)[${SURNAMES}]${HAN}{0,2}`;
/** "小王", "老李". */
export const FAMILIAR = `[小老][${SURNAMES}]`;
