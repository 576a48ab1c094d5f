import type { Message } from '../../../lib/detect/types.ts';
import type { Random } from '../planted/random.ts';
import { lines, words } from './words/split.ts';

/** The groups that one person sits in. */
export const CHATS = lines(`
  红星街道工作群
  网格员交流群（东片）
  全街道书记主任群
  柳河镇村干部群
  镇综治信息群
  镇农业农村工作群
  防返贫监测群
  三中班主任群
  实验小学教师群
  七年级三班家长群
  家委会代表群
  二院护士长群
  医务科通知群
  院感联络员
  东湖派出所-旅馆业
  企业保卫联络群
  平安志愿者
  县直单位办公室主任群
  数据填报专班
  督查通报群
  公司全员群
  二期项目组
  安全员群
  中层干部通知群
  2023级通知群
  学工办-班长群
  实验室安全员
  锦绣苑业主一群
  锦绣苑业主二群
  楼栋长群
  消防重点单位群
  微型消防站
  机关第三党支部
  工会小组长群
  便民服务窗口
  商户通知群(北街)
  民政专干群
  创城迎检群
`);

/** Names under which people post. */
export const SENDERS = words(
  '王建军 李秀兰 网格-张磊 党政办小刘 陈主任 杨雪梅 赵国庆 老黄 周敏（民政） 吴书记 徐晓东 孙老师 胡护士长 医务科朱明 高飞 林教导 何警官 郭所 马会计 罗文书 梁晨 宋佳 郑工 谢班长 韩辅导员 唐丽 物业冯姐 于队 董秘书 程干事 曹师傅 人事小袁 邓勇 许站长 傅琳 沈思远 曾科长 彭芳 吕主席 苏婷婷 卢浩 蒋支书 蔡姐 综治办贾 丁老师 魏明 A薛经理 叶子 潘潘 杜若 夏天 钟表匠 汪洋 田园 任我行 姜大夫',
);

/** A text that somebody posts in some group, other than those it is kept `out` of. */
export function makeMessage(
  random: Random,
  posting: { seed: number; index: number; time: number; text: string; out?: ReadonlySet<string> },
): Message {
  return {
    key: `wechat:second-${posting.seed}-${posting.index}`,
    site: 'wechat',
    chat: random.pick(CHATS.filter((chat) => !posting.out?.has(chat))),
    sender: random.pick(SENDERS),
    own: false,
    time: posting.time,
    kind: 'text',
    text: posting.text,
  };
}
