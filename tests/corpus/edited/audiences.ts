import type { Random } from '../planted/random.ts';
import type { Theme } from './types.ts';

/** Who is spoken to. No entry is a paraphrase of another of its list. */
const AUDIENCES: Record<Theme, readonly string[]> = {
  village:
    '各村党支部书记 各村（社区）主任 全体村民小组长 各村妇联主席 各村文书 驻村第一书记 各村监委会主任 全体护林员 种植大户 养殖户代表 各村民兵连长 公益岗人员 各村报账员'.split(
      ' ',
    ),
  street:
    '各社区网格长 全体网格员 各楼栋长 社区民警 物业项目经理 业委会主任 社区矫正专干 各社区党委书记 平安志愿者 红袖章巡逻队员 城管协管员'.split(
      ' ',
    ),
  school:
    '各校校长 各班主任 分管安全副校长 各年级组长 学籍管理员 食堂负责人 各幼儿园园长 心理健康教师 校车驾驶员 各校总务主任 家委会代表'.split(
      ' ',
    ),
  clinic:
    '各科室主任 护士长 全体村医 公卫科人员 家庭医生团队 各接种门诊 院感专干 慢病管理员 妇幼专干 疾控联络员'.split(
      ' ',
    ),
  firm: '各企业法人 安全管理员 特种作业人员 规上企业统计员 各门店店长 车间主任 食品安全总监 全体驾驶员 工会主席 各施工项目部'.split(
    ' ',
  ),
  party:
    '全体党员 各党支部书记 组织委员 入党积极分子 预备党员 宣传委员 纪检委员 离退休党员 流动党员联络员 非公党建指导员'.split(
      ' ',
    ),
  department:
    '各站所负责人 机关全体干部 各科室联络员 包村领导 驻村工作队 各股室长 西部计划志愿者 窗口工作人员 各部门内勤 公车驾驶员 后勤人员'.split(
      ' ',
    ),
  student:
    '各班班长 各团支书 学习委员 心理委员 25级新生 毕业班同学 各宿舍长 学生会干事 体育委员 辅导员助理 家庭经济困难学生'.split(
      ' ',
    ),
};

/** Draws one or two sorts of people, in a fixed order so that the same people read the same. */
export function drawAudience(theme: Theme, random: Random): string[] {
  const sorts = AUDIENCES[theme];
  const drawn = random.some(sorts, random.chance(0.45) ? 2 : 1);
  return sorts.filter((sort) => drawn.includes(sort));
}
