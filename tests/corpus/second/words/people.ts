import { words } from './split.ts';

export const SURNAMES = words(
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文',
);

export const GIVEN_NAMES = words(
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 建国 志强 秀兰 海燕 文博 晓东 雪梅 国庆 玉兰 俊杰 思远 嘉怡 子涵 雨桐 浩然 梓萱 欣怡 宇轩 丽华 春梅 红梅 建华 建军 志明 永强 小红 新民 秋菊 凤英 德胜 宏伟 立新 晓燕 丹丹 婷婷 佳琪 天宇 一鸣 海涛 振华 美玲 爱民 利民 卫东 向阳 友谊 松涛 清源 若兰 书恒 景行 亚男 慧敏 颖 莉 倩 鑫 鹏 辉 斌 波 凯 健 龙 宁 琳 雯 璐 珊',
);

/** What people are called behind their surname. */
export const TITLES = words(
  '主任 科长 老师 主席 部长 所长 干事 经理 站长 组长 书记 股长 秘书 专员 师傅 队长',
);

/** Who passes a notice on, seen from the group. */
export const ROLES = words(
  '街道 社区 镇上 县里 区里 办公室 局办 学校 教务处 院办 医务科 派出所 物业 公司 人事 支部 工会 大队 消防 上级 领导 党政办 综治办 网格中心',
);
