/** What is said in the chats that the picker is tried on: invented. */
export const ME = '我';
export const TITLE = '红星镇工作群';

export const SAID: readonly (readonly [sender: string, text: string])[] = [
  ['张建国', '请各村于11月7日17:00前报送冬季防火台账，逾期通报。'],
  ['李秀英', '收到'],
  ['李秀英', '请问台账用去年的格式吗？'],
  ['王海波', '收到，我村今天下班前报。'],
  [ME, '格式用附件里新的那份，第三列按户数填。'],
  ['张建国', '明天上午九点在镇政府二楼会议室开会，请各村书记准时参加，不得请假。'],
  ['赵敏', '收到'],
  [ME, '好的'],
  [ME, '会议材料我来准备'],
  ['王海波', '照片已经发到邮箱了，请查收。'],
  ['赵敏', '各位，最新的防汛值班表已更新，请核对自己的班次；有变动的今天下班前告诉我。'],
  ['李秀英', '收到，谢谢'],
  ['张建国', '下周一的巡查改到周三'],
  [ME, '收到'],
];

/** Seven minutes apart. */
export function timeOf(index: number): Date {
  return new Date(Date.UTC(2026, 10, 5, 1, 0) + index * 7 * 60_000);
}
