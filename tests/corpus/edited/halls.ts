import type { Random } from '../planted/random.ts';
import { FIRMS, SCHOOLS, TOWNS, VILLAGES } from './names.ts';
import type { Theme } from './types.ts';

const ROOMS = {
  office:
    '一楼便民大厅 二楼会议室 三楼会议室 四楼会议室 五楼大会议室 201室 305室 412室 视频会议室 党员活动室 小会议室 多功能厅 东侧停车场'.split(
      ' ',
    ),
  village:
    '党群服务中心二楼 文化广场 村委会院内 新时代文明实践站 日间照料中心 老戏台前 二组晒谷场 农家书屋 村史馆门口 三组组长家'.split(
      ' ',
    ),
  school:
    '报告厅 阶梯教室 操场主席台 图书馆二楼 综合楼402 录播教室 食堂二楼 体育馆 行政楼三楼 3-208教室'.split(
      ' ',
    ),
  clinic: '门诊楼三楼 住院部一楼大厅 预防接种门诊 示教室 公卫科 急诊楼会议室 体检中心'.split(' '),
  firm: '一号厂房门口 员工食堂 办公楼二楼 安全教育室 东门岗亭 培训中心 消防控制室 仓库南侧空地'.split(
    ' ',
  ),
};

const BUILDINGS: Record<Theme, readonly string[]> = {
  village: VILLAGES,
  street: TOWNS.map((town) => `${town}政府`),
  party: [...TOWNS.map((town) => `${town}党校`), '县委党校', '县融媒体中心', '烈士陵园纪念馆'],
  department: [
    ...TOWNS.slice(0, 12).map((town) => `${town}政府`),
    '县行政中心',
    '县政务服务中心',
    '县应急局',
    '县农业农村局',
    '县卫健局',
  ],
  school: SCHOOLS,
  student: [
    '明德楼',
    '弘毅楼',
    '惠园',
    '知行楼',
    '大学生活动中心',
    '南区体育馆',
    '博学楼',
    '图书馆',
  ],
  clinic: [...TOWNS.map((town) => `${town}卫生院`), '县人民医院', '县中医院', '县妇幼保健院'],
  firm: FIRMS,
};

const ROOMS_OF: Record<Theme, readonly string[]> = {
  village: ROOMS.village,
  street: ROOMS.office,
  party: ROOMS.office,
  department: ROOMS.office,
  school: ROOMS.school,
  student: ROOMS.school,
  clinic: ROOMS.clinic,
  firm: ROOMS.firm,
};

/** A building and a room in it. */
export type Hall = { building: string; room: string };

/** How many events are held where their title says that they belong. */
const AT_HOME = 0.8;

/** Draws where something is held: mostly in the village, town, school or firm that the title names. */
export function drawHall(theme: Theme, title: string, random: Random): Hall {
  const home = BUILDINGS[theme].find((building) =>
    title.includes(building.replace(/(?:政府|党校|卫生院)$/, '')),
  );
  const building = home && random.chance(AT_HOME) ? home : random.pick(BUILDINGS[theme]);
  return { building, room: random.pick(ROOMS_OF[theme]) };
}

/** Another place: another room of the same building, or elsewhere altogether. */
export function moveHall(hall: Hall, theme: Theme, random: Random): Hall {
  const drawn = drawHall(theme, '', random);
  return random.chance(0.5) ? { building: hall.building, room: drawn.room } : drawn;
}
