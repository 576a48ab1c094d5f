/**
 * Whom a forwarder greets or calls without narrowing whom a notice is for: everybody there, by the names that groups
 * have for their members. Closed on purpose: "困难家庭的家长们", "高三班主任" say who is meant.
 */
const PEOPLE =
  '领导|同事|同志|同仁|小?伙伴|家人|朋友|群友|亲|家长|老师|教师|同学|邻居|父老乡亲|乡亲|老乡|居民|村民|业主|住户|战友|姐妹|兄弟|医生|护士|网格员|网格长|楼长|楼栋长|楼门长|组长|小组长|班长|队长|委员|书记|主任|支书|主席|校长|园长|院长|所长|站长|科长|局长|镇长|乡长|村长|总|党员|干部|村干部|镇村干部|联络员|信息员|辅导员|班主任|负责人|成员|群成员|人员|工作人员|群众|社工';
const UNITS =
  '单位|部门|科室|股室|处室|村|社区|镇|乡镇|街道|学校|年级|班级|班|支部|党支部|总支|小组|组|站所|站办所|网格|片区|企业|商户|商家|车间|学院|系部|病区|居委会|村委会|委员会';
const CALL = '各位|各|全体|所有|亲爱的|尊敬的|我们|咱们|群里的?|本群的?';
/** "护林员", "寝室长", "书友", without a letter that tells some of them from the others. */
const BY_END = '[^\\s\\d,。:!;、新老女男困特外流失孕残低高青少幼离退预在本未]{1,3}[员长友客师主]';
const ONE = `(?:${PEOPLE}|${UNITS}|${BY_END})们?`;

/** A call to all of them: "党员" or "村民" alone says who is meant. */
export const ADDRESSEES = `(?:(?:${CALL}){1,3}(?:${ONE})?|(?:${PEOPLE}){1,2}们|大家|你们|您|同事|同志|朋友|家人|亲|伙伴)(?:[、和及与]?(?:${CALL})?${ONE}){0,3}`;

const SOMEBODY = new RegExp(`${PEOPLE}|${UNITS}|@`);

/** Whether words name somebody: others in their place are meant instead. */
export function namesSomebody(words: string): boolean {
  return SOMEBODY.test(words);
}
