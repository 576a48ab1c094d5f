/**
 * What a page tells of its chat, in a line without a name of its own: "王强邀请李娟加入群聊", "李娟撤回了一条消息", "Li left the room".
 */
export function isTold(text: string): boolean {
  return text.length <= 80 && TOLD.some((form) => form.test(text.trim()));
}

/** Nobody who is asked for something. */
const WHO = '[“"「]?[^，。！？,;；:：请\\n]{0,30}[”"」]?\\s*';
/** What stands where a message was. */
const TAKEN_BACK =
  /^[(（[]?((此|该|这条)?消息已(被)?(.{0,10})?(撤回|删除|移除)|(this )?message (has been |was )?(deleted|removed|recalled|unsent)( by .{1,30})?)[)）\]。.]?$/i;

/** The words of the one who took a message back are gone, and these are the page's. */
export function isTakenBack(text: string): boolean {
  return TAKEN_BACK.test(text.trim());
}

const PLACE = '(群聊?|群组|本群|该群|频道|房间|聊天室?|直播间|会话|对话|讨论组|小组|团队)';
const TOLD = [
  `${WHO}撤回了(一条|.{1,20}的(一条)?)消息(\\s*重新编辑)?`,
  `${WHO}(邀请|将).{1,40}(加入|移出|移除|踢出)了?${PLACE}`,
  `${WHO}(已?(加入|退出|离开|解散|创建)了|已(加入|退出|离开))(本|该)?${PLACE}`,
  `${WHO}(修改|更改|变更)(了群(名称?|聊名称|公告|头像).{0,40}|群(名称?|聊名称)为.{1,40})`,
  `${WHO}将?${PLACE}(名称?|公告|头像)(更改|修改|变更|改)(成|为)了.{1,40}`,
  `${WHO}(has |have )?(joined|left|created) the (group|chat|room|channel|conversation|session|team)`,
  `${WHO}(has |have )?(recalled|unsent|deleted) a message`,
].map((form) => new RegExp(`^${form}[。.!！]?$`, 'i'));

/** The page itself speaks, under a name that is nobody's. */
export function isPage(sender: string): boolean {
  return /^(系统(消息|通知|提示|助手)?|system( (message|assistant|bot|notice))?|error)$/i.test(
    sender,
  );
}

/** "王强 已加入": the page tells of somebody what it would else say in a line of its own. */
export function isComingOrGoing(text: string, name: string): boolean {
  const rest = name !== '' && text.startsWith(name) ? text.slice(name.length) : '';
  return rest.length < 30 && /^\s*(has )?(已?加入|已?退出|已?离开|joined|left|quit)/i.test(rest);
}
