/** Words with which clients call what names somebody. */
export const NAME_WORDS = new Set(
  'name author sender nick nickname user username from who display'.split(' '),
);

/** Parts of names that say how something is at the moment, not what it is. */
const STATES = new Set(
  `active selected select open opened opening close closed hover hovered focus focused focusable visible hidden show
  shown hide expanded collapsed loading loaded disabled enabled current unread read new first last odd even start end
  middle top bottom single animating animate animated animation enter entering leave dark light theme scrolled scrolling
  sticky pending sent delivered displayed received seen failed error edited ready mounted`.split(
    /\s+/,
  ),
);

/** Words of three letters that pages are built of. */
const KNOWN = new Set(
  'app box row col bar log own nav tab top end day who say tag pic pin'.split(' '),
);

/** Abbreviations of the field without a vowel. */
const SHORT = new Set(
  'msg msgs txt btn img src wrp ctn hdr ftr lhs rhs str ts nm dt cmp grp ltr rtl bg fg md lg sm xs xl px mb mt ml mr pl pr pt pb'.split(
    ' ',
  ),
);

/**
 * A class or an id that will probably be the same after the next build of the page: made of words, not by a tool.
 * Tools make "css-1q2w3e", "_1e0a457", "Row__root___2fJkP", "sc-bdVaJa", "jsx-123", "x1n2onr6".
 */
export function isStableName(name: string): boolean {
  if (name.length < 2 || name.length > 60) return false;
  if (
    /^(css|sc|jss|jsx|svelte|emotion|styled|ng|mui|data-v)[-_]|^_[0-9a-f]{5,}|__?[A-Za-z0-9+]*\d[A-Za-z0-9+]*$/i.test(
      name,
    )
  )
    return false;
  const words = wordsOf(name);
  return words.length > 0 && words.every(isWord) && words.some(isTelling);
}

/** The name says a state, which the next message may not have. */
export function isState(name: string): boolean {
  return wordsOf(name).some((word) => STATES.has(word));
}

/** "chatRow_textBody" → chat, row, text, body. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_:./-]+/)
    .filter(Boolean);
}

/** A word in its own right, not only letters before one ("cs-message"). */
function isTelling(word: string): boolean {
  return word.length > 2 && /[aeiouy]/.test(word) && (word.length > 3 || KNOWN.has(word))
    ? true
    : SHORT.has(word) && word.length > 2;
}

/** Letters that stand side by side in no word: a tool has drawn them. */
const UNSPEAKABLE =
  /q(?!u)|[jvwxz]{2}|[jqvz][bcdfgkmnpqtvwz]|x[bdfgkmnqvwz]|[cfghkmpw][jqvxz]|[bd][qxz]|[^aeiouy]{5}/;

function isWord(word: string): boolean {
  if (SHORT.has(word) || /^\d{1,2}$/.test(word)) return true;
  return (
    /^([a-z]{1,20}|[a-z]{4,20}\d)$/.test(word) &&
    (word.length <= 3 || (/[aeiouy]/.test(word) && !UNSPEAKABLE.test(word)))
  );
}

/** What styled-components calls a style: a few letters that may look like a word ("ckryy", "NuKei"). */
const STYLE = /^[a-z]{4,7}$/i;

/** Classes of an element that may be relied on. */
export function stableClasses(element: Element): string[] {
  const names = [...element.classList];
  // Beside "sc-bdVaJa" stands one that is another as soon as anything about the look is: a message that mentions one.
  const isStyled = names.some((name) => name.startsWith('sc-'));
  return names.filter(
    (name) =>
      isStableName(name) &&
      !isState(name) &&
      !(isStyled && STYLE.test(name) && !NAME_WORDS.has(name)),
  );
}

/** One of an element's classes has a word of these. */
export function isCalled(element: Element, words: ReadonlySet<string>): boolean {
  return [...element.classList].flatMap(wordsOf).some((word) => words.has(word));
}
