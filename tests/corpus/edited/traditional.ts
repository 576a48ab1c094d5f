/** Common characters, each followed by its traditional form. */
const PAIRS = [
  '会會 议議 时時 间間 请請 单單 报報 员員 务務 签簽 应應 开開 关關 与與 为為 于於 个個 们們 这這 来來 对對 号號 电電 话話 联聯 系係 网網 络絡 镇鎮 乡鄉',
  '区區 县縣 农農 业業 产產 动動 劳勞 学學 习習 讲講 课課 训訓 练練 师師 长長 级級 组組 织織 党黨 团團 书書 记記 总總 结結 题題 问問 调調 检檢 验驗 评評',
  '认認 证證 领領 导導 负負 责責 实實 际際 现現 场場 进進 达達 运運 输輸 车車 辆輛 门門 里裡 内內 楼樓 厅廳 馆館 广廣 东東 湾灣 岭嶺 龙龍 凤鳳 马馬 鸟鳥',
  '鱼魚 鹤鶴 云雲 风風 飞飛 连連 续續 经經 济濟 预預 备備 专專 项項 设設 计計 划劃 资資 费費 补補 贴貼 发發 两兩 万萬 亿億 岁歲 户戶 养養 医醫 药藥 护護',
  '卫衛 疗療 针針 体體 诊診 处處 办辦 义義 环環 气氣 灾災 险險 抢搶 点點 线線 图圖 样樣 种種 类類 别別 张張 页頁 写寫 读讀 说說 语語 词詞 确確 错錯 误誤',
  '变變 换換 优優 势勢 无無 须須 从從 众眾 宽寬 严嚴 紧緊 缓緩 迟遲 静靜 听聽 观觀 见見 视視 频頻 拟擬 决決 标標 准準 则則 规規 范範 围圍 离離 当當 岗崗',
  '执執 监監 测測 统統 数數 据據 库庫 层層 压壓 热熱 烧燒 烟煙 树樹 叶葉 绿綠 红紅 蓝藍 黄黃 苏蘇 钱錢 银銀 钟鐘 铁鐵 锁鎖 阳陽 阴陰 陆陸 陈陳 孙孫 刘劉',
  '吴吳 郑鄭 许許 韩韓 冯馮 邓鄧 萧蕭 罗羅 谢謝 贾賈 邹鄒 鲁魯 赵趙 杨楊 谭譚 丽麗 国國 华華 庆慶 节節 庙廟 戏戲 艺藝 术術 乐樂 剧劇 兴興 举舉 传傳 访訪',
  '询詢 谈談 释釋 复復 杂雜 简簡 积積 极極 满滿 额額 扩擴 战戰 争爭 创創 纪紀 审審 诉訴 讼訟 协協 携攜 带帶 着著 装裝 归歸 还還 过過 选選 择擇 边邊 远遠',
  '让讓 给給 纸紙 约約 终終 细細 继繼 绩績 编編 缴繳 购購 贫貧 贷貸 赛賽 质質 跃躍 转轉 轻輕 载載 较較 辅輔 递遞 邮郵 钥鑰 闭閉 队隊 阶階 随隨 难難 顺順',
  '顾顧 饮飲 馈饋 驾駕 骑騎 鸡雞 麦麥 齐齊 龄齡',
];

const TABLE = new Map<string, string>();
for (const [simplified = '', traditional = ''] of PAIRS.flatMap((row) => row.split(' ')).map(
  (pair) => [...pair],
)) {
  TABLE.set(simplified, traditional);
}

/** Writes common simplified characters in their traditional form, as a converter would. */
export function toTraditional(text: string): string {
  return [...text].map((char) => TABLE.get(char) ?? char).join('');
}
