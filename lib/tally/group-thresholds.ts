/**
 * Every threshold of the group check-up, in one place. None of them is official, except where a source is named; all
 * others are assumptions, chosen so that a doubtful group is left alone: a suspicion that is wrong costs more trust
 * than one that is missing.
 */
export const GROUP_THRESHOLDS = {
  /**
   * Days without a message after which a group is dormant, unless the user sets others. "Not updated for a long time
   * (two months)": the only figure found in a local notice (Gaotai county, 2025-03), given there for public accounts.
   */
  dormantDays: 60,
  /** The user's own figure is held within these: below a month every long holiday would make groups dormant. */
  dormantLeast: 30,
  dormantMost: 730,
  /** Messages and days with any, in all, before silence says anything. One message or one day is a passing glance. */
  knownMessages: 5,
  knownDays: 2,
  /**
   * Share of the working days of a silence on which other groups of the same site were seen. Below half, the browser
   * was closed so often that "not seen" is not "silent".
   */
  inUse: 0.5,

  /** Days without a message before a stage group counts as finished: longer than any public holiday. */
  finishedQuietDays: 30,
  /** A busy time: so many messages on so many days within so many days; less than a message a working day is not busy. */
  busyWithin: 28,
  busyMessages: 20,
  busyDays: 3,
  /** Messages after the busy time that are still "nothing": thanks and a farewell. */
  afterwards: 2,

  /** Notices in common before a share of them says anything: with fewer, one chain of forwarding decides. */
  duplicateShared: 5,
  /** Share of a group's notices that stand in one other group as well: from half on the other carries most of it. */
  duplicateShare: 0.5,
  /** How alike two groups' mixes of demands are (0 to 1), where both asked for so many things at least. */
  likeness: 0.6,
  likenessDemands: 5,
  /** Notices in common, and their share both ways, from which two groups reach the same people with the same. */
  audienceShared: 10,
  audienceShare: 0.8,

  /** Messages of others, and days with any, before a group's make-up says anything. */
  makeUpMessages: 30,
  makeUpDays: 5,
  /** Share of trace requests and replies from which they are most of what a group is for. */
  showShare: 0.6,
  /** Trace requests other than "please reply", which ends nearly every notice; and how many there are to each notice. */
  showTraces: 5,
  showTracesPerNotice: 0.5,
  /** Share of messages that are neither notice, demand nor reply, from which a group is for chatting. */
  chatterShare: 0.9,
  /** Share of notices that a chatting group may have: one that slips in now and then. */
  chatterNotices: 0.02,

  /** Notices in common, and their share both ways, from which two groups are drawn as one cluster. */
  clusterShared: 5,
  clusterShare: 0.5,

  /** Days after a group's last message in which another of a similar name may be the same group renamed. */
  renamedWithin: 7,
  /** Share of the characters of both names that are in both. */
  renamedLikeness: 0.34,
} as const;
