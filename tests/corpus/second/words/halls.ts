import type { Domain } from '../model.ts';
import { words } from './split.ts';

/** Houses in which people are called together, by who calls them. */
export const HOUSES: Record<Domain, readonly string[]> = {
  street: words(
    '街道办 街道党群服务中心 街道综合楼 社区服务中心 街道文化站 街道网格中心 老年大学分校',
  ),
  township: words(
    '镇政府 镇便民服务中心 镇综治中心 乡村大舞台旁活动室 镇农技站 镇敬老院 镇中心小学',
  ),
  school: words('教学楼 行政楼 实验楼 艺术楼 明德楼 图书楼 体育馆 思源楼'),
  hospital: words('门诊楼 住院部 医技楼 行政楼 外科楼 感染楼 科教楼 体检中心'),
  police: words('派出所 警务站 分局办公楼 社区警务室 交警中队 治安大队 警民联调室'),
  bureau: words('县行政中心 局机关 政务服务大厅 县档案馆 局培训中心 人才大厦 县会展中心'),
  firm: words('A座 总部大楼 研发中心 B座 综合办公楼 创新园 二期厂房 培训楼'),
  university: words('文科楼 理科楼 学生活动中心 逸夫楼 图书馆 工学馆 大学生创业园 国际交流中心'),
  property: words('物业服务中心 小区会所 业主之家 北门岗亭 社区用房 架空层 物业前台'),
  fire: words('消防救援站 消防大队 微型消防站 应急指挥中心 消防训练基地 专职队营区'),
  party: words('机关大院 党校 党员活动中心 区委党建楼 红色教育馆 职工之家 机关北楼'),
  service: words('社保所 便民中心 政务大厅 税务分局 市场监管所 退役军人服务站 城管中队 民政服务站'),
};

/** Rooms that every house has. */
export const ROOMS = words(
  '会议室 大会议室 小会议室 报告厅 多功能厅 培训室 学术厅 会商室 接待室 活动室 阶梯教室 视频会议室 办公室 档案室 服务窗口 圆桌会议室',
);

/** Places under the sky, or with a name of their own. */
export const SPOTS: Record<Domain, readonly string[]> = {
  street: words('文化广场 和平路口小游园 老电影院门前 三角花园 滨河步道入口 便民市场东门'),
  township: words('村委会大院 镇文化广场 粮站晒场 水库管理房 老供销社院内 乡镇客运站'),
  school: words('学校操场 东校区风雨操场 学校大礼堂 校门口接送区 南校区篮球场 学生食堂二层'),
  hospital: words('门诊大厅 急诊通道口 健康广场 住院部一楼大厅 院史馆 体检中心候诊区'),
  police: words('派出所户籍大厅 滨江广场 车站警务亭 夜市入口 派出所后院 反诈宣传驿站'),
  bureau: words('行政中心南广场 局机关大门口 会展中心一号馆 县体育场 人民会堂 局机关食堂'),
  firm: words('一号车间 二号车间 成品仓库 配电房 原料堆场 装配线 锅炉房 危化品库'),
  university: words('东区体育场 大礼堂 校史馆 西区食堂门前 第二田径场 图书馆北广场'),
  property: words('小区中心广场 东门门岗 儿童乐园旁 地下车库入口 小区凉亭 快递柜旁'),
  fire: words('训练塔前 消防站车库 物流园东广场 化工园区3号门 商贸城停车场 消防主题公园'),
  party: words('烈士陵园 红军桥 机关大院旗台 职工体育馆 湿地公园南门 劳模工作室'),
  service: words('办事大厅等候区 便民中心门口 一站式窗口 老街口 自助服务区 人才市场一楼'),
};

/** Where people of any house go together. */
export const PUBLIC_PLACES: Record<string, readonly string[]> = {
  community: words(
    '幸福里社区广场 明珠社区活动室 锦绣苑小区门口 东风社区党群中心 柳园社区礼堂 建设社区二楼活动室 桂花社区文化长廊 北苑社区老年食堂 红旗社区多功能室 江畔社区议事厅',
  ),
  clinic: words(
    '城东卫生服务中心 柳河镇卫生院 南苑社区卫生站 北关门诊部 育才路卫生服务站 杏林堂诊所',
  ),
  plant: words('铸造车间 喷涂车间 一号车间 二号车间 三号车间 空压站 配电室 冷库 装配线 污水站'),
  hotel: words(
    '云湖宾馆 金都酒店 县委党校公寓 迎宾楼 紫荆花酒店 翠屏山庄 城南培训中心 凯悦商务酒店',
  ),
  gym: words('市体育中心 职工体育馆 第一中学球馆 全民健身中心 工人文化宫 滨河球场'),
};

/** Roads that are closed, dug up or left without power. */
export const ROADS = words(
  '人民东路 解放大街 建设路 和平北路 中山路 青年路 滨江大道 文昌街 胜利西路 育才路 健康路 新华南街 迎宾大道 工业三路 团结路 凤凰山路 朝阳街 花园路 兴业路 北环路 南湖路 桃园街 学府路 府前街',
);
