/** Every tuned figure of the engine, with its reason. */

/** A message of fewer characters of its own is no notice: "今天下午开会" recurs with another meaning each time. */
export const NOTICE_CHARACTERS = 24;

/**
 * Texts with fewer characters outside of facts match exactly or not at all: among short questions of
 * about ten characters every tenth pair of different meaning looks like a copy.
 */
export const NEAR_CHARACTERS = 24;

/** Longer texts are matched exactly only; work notices end well below this. Code units. */
export const TEXT_CAP = 8000;

/**
 * Shorter notices are never near copies, but one may change another of its chat: so many letters outside of facts they
 * have in common, and this share of all tokens; at most so many differences, with so many letters replaced.
 */
export const SHORT_COMMON = 6;
export const SHORT_SHARE = 0.6;
export const SHORT_CHANGES = 2;
export const SHORT_REPLACED = 8;

/** Length of the grams and of the winnowing window: a shared run of 10 characters is always found. */
export const GRAM = 3;
export const WINDOW = 8;

/** Look-ups per message, newest postings read per look-up, versions that are weighed, versions that are aligned. */
export const SEEDS = 12;
export const POSTINGS_READ = 32;
export const SHORTLIST = 32;
export const CANDIDATES = 4;
/** After this many lists boilerplate (a full list) is not looked up any more. */
export const RARE_ENOUGH = 4;
/** Postings kept per fingerprint: above this it is boilerplate and says nothing. */
export const POSTINGS_KEPT = 256;

/** Share of a candidate's seeds that must be found before it is aligned. */
export const SEED_SHARE = 0.25;

/** Edits after which an alignment is given up: the texts are not the same notice. */
export const EDITS = 64;

/** Share of the shorter text that must be common for "the same notice, changed". */
export const SAME_NOTICE = 0.8;
/** Share of both texts below which even a series is not claimed. */
export const SAME_SERIES = 0.6;
/** Share of both texts that a notice posted again in other words has in common with the first, in the same chat. */
export const SAME_EVENT = 0.45;
/** Tokens that both have at least: two short invitations for the same hour may be to two meetings. */
export const SAME_EVENT_TOKENS = 100;
/** Kinds of facts that may differ in a revision; more is another matter in the same boilerplate. */
export const REVISED_KINDS = 2;
/** Differences that a revision may have. */
export const REVISED_PLACES = 6;
/** Differences with no more than so many tokens between them are one replacement: the tokens agree by chance. */
export const REGION_GAP = 3;
/** Letters replaced in the name of what is asked for or takes place that make it another one; one is a slip. */
export const REPLACED_SUBJECT = 2;
/** Letters of a name or phrase that was replaced as a whole: it counts as a kind of fact. */
export const REPLACED_PHRASE = 4;
/** Letters replaced in two or more places that make another matter; fewer are a turn of phrase. */
export const REPLACED_LETTERS = 6;
/** Share of a notice's fingerprints, and of its runs of letters, that a text has which holds it whole. */
export const HELD_SHARE = 0.6;
/** Characters of a part that may have too few letters outside of facts to be found in a whole text. */
export const SHORT_SEGMENT = 60;
/** Known notices that are looked for in one text; more are not put together into one message. */
export const PARTS = 5;

/** A cut copy keeps at least this share of the notice; less is a quotation of it. */
export const CUT_SHARE = 0.5;

/** A bare "更正：…" belongs to the sender's own last notice when that is not older than this. Milliseconds. */
export const CORRECTION_FOLLOWS = 2 * 3_600_000;
/** Share of an update's own words that its target must hold, in the same chat and in another one. */
export const TOPIC_SAME_CHAT = 0.35;
export const TOPIC_OTHER_CHAT = 0.6;
/** What repeated facts, and the same chat, add to that share: as much as a few words. */
export const TOPIC_FACTS = 0.3;
export const TOPIC_NEARNESS = 0.05;
/** Of so many notices what more than half say is the chat's boilerplate; fewer may all be of one matter. */
export const COMMON_AMONG = 5;
/** Notices of a chat that an update is compared with. */
export const CHAT_NOTICES = 50;

/** Chats in which copies of one notice were posted that are remembered: more than one person's groups in one matter. */
export const PLACES_KEPT = 40;

/** A deadline this near keeps a copy open. Milliseconds. */
export const DEADLINE_NEAR = 24 * 3_600_000;

/** Pictures that come this long after a request for one answer it. Milliseconds. */
export const PICTURES_FOLLOW = 24 * 3_600_000;
/** A picture this soon after a notice of its sender, or after such a picture, belongs to the notice. Milliseconds. */
export const BURST = 60_000;
/** Attachments and texts of bursts that are not over, a chat. */
export const ATTACHMENTS_KEPT = 24;
/** Bits of 64 in which the hashes of two pictures that look alike may differ: compression moves one or two, another picture some thirty. */
export const LOOK_BITS = 6;
/** Pictures of late whose looks are kept at hand: about a day's in thirty groups. */
export const PICTURES_KEPT = 300;
/** Requests for pictures, and senders, that are remembered for a chat: more are not open within a day. */
export const ASKS_KEPT = 24;

/** A relay list is continued by lists of the same head for so long after the last one. Milliseconds. */
export const RELAY_LASTS = 7 * 24 * 3_600_000;
/** Relays of one head in one chat that are remembered: each round is its own. */
export const RELAYS_KEPT = 4;

/** Longest literal that is quoted in a change, and longest title. Characters. */
export const QUOTED = 60;
export const TITLE = 40;

/** Analyses kept at hand for repeated candidates. */
export const ANALYSES_KEPT = 4000;
/** Pieces of short messages, and leads, of which it is kept at hand whether they answer, or pass something on. */
export const PIECES_KEPT = 8000;
/** Messages of which it is kept at hand what they ask for. */
export const DEMANDS_KEPT = 4000;

/**
 * Logits from which on a clause asks for a trace, and for work. Lines of authors of whom nothing was learnt are then told
 * right in 98 of 100 cases (`npm run evaluate -- demands`; `node scripts/train-asking.ts --cross` for others).
 */
export const ASKS_TRACE = 1.4;
export const ASKS_WORK = 0.6;
/**
 * Logits from which on a clause says something of substance. A message of so few characters has hardly room for it: of
 * held lines 188 have a logit between the two, and three of these said more.
 */
export const SUBSTANCE = -1.5;
export const SUBSTANCE_OF_FEW = -0.8;
export const FEW_CHARACTERS = 20;
