type Looks = 'face' | 'hand' | 'flower' | 'sign';

/** Faces that the client writes as "[name]" and the page shows as pictures. */
const FACES: readonly (readonly [name: string, looks: Looks])[] = [
  ['微笑', 'face'],
  ['呲牙', 'face'],
  ['偷笑', 'face'],
  ['愉快', 'face'],
  ['流汗', 'face'],
  ['捂脸', 'face'],
  ['强', 'hand'],
  ['抱拳', 'hand'],
  ['握手', 'hand'],
  ['鼓掌', 'hand'],
  ['OK', 'hand'],
  ['玫瑰', 'flower'],
  ['爱心', 'flower'],
  ['太阳', 'sign'],
  ['咖啡', 'sign'],
];

/** Emoji with the private-use character that the page keeps in the picture's `text` attribute. */
const EMOJI: readonly (readonly [emoji: string, kept: string, looks: Looks])[] = [
  ['😄', '\ue415', 'face'],
  ['👍', '\ue00e', 'hand'],
  ['🙏', '\ue41d', 'hand'],
  ['💪', '\ue14c', 'hand'],
  ['🌹', '\ue032', 'flower'],
  ['🎉', '\ue312', 'sign'],
  ['📢', '\ue142', 'sign'],
  ['❗', '\ue021', 'sign'],
  ['⚠', '\ue252', 'sign'],
];

const SPACER = '/zh_CN/htmledition/v2/images/spacer.gif';

/** Our own drawings, because a machine without an emoji font would show boxes. */
const DRAWINGS: Readonly<Record<Looks, string>> = {
  face: '<circle cx="12" cy="12" r="10" fill="#fc4"/><circle cx="8.5" cy="10" r="1.4" fill="#853"/><circle cx="15.5" cy="10" r="1.4" fill="#853"/><path d="M7.5 14q4.5 4 9 0" fill="none" stroke="#853" stroke-width="1.5"/>',
  hand: '<path d="M5 11h3v9H5zM9 11l4-8q3 0 2 4l-.6 3H19q2 .5 1.500 2.500l-1.700 6.500q-.5 1.500-2 1.500H9z" fill="#fb3" stroke="#c80" stroke-width=".6"/>',
  flower:
    '<circle cx="12" cy="8" r="5.500" fill="#e33"/><path d="M12 13v9M12 18q-5 0-5-3M12 18q5 0 5-3" fill="none" stroke="#393" stroke-width="1.800"/>',
  sign: '<path d="M12 3l10 18H2z" fill="#f93"/><path d="M12 9v6M12 17v2" stroke="#fff" stroke-width="2"/>',
};

/** Replaces faces and emoji in HTML by pictures, as the page does; unknown ones stay text. */
export function withEmoji(html: string): string {
  const faces = html.replace(/\[([^[\]]{1,4})\]/g, (whole: string, name: string) => {
    const index = FACES.findIndex(([face]) => face === name);
    if (index < 0) return whole;
    return `<img class="qqemoji qqemoji${index}" text="[${name}]_web" src="${SPACER}">`;
  });
  return replaceEmoji(
    faces,
    (code, kept) => `<img class="emoji emoji${code}" text="${kept}_web" src="${SPACER}">`,
  );
}

/** Emoji in names are spans, not pictures. */
export function nameHtml(escapedName: string): string {
  return replaceEmoji(escapedName, (code) => `<span class="emoji emoji${code}"></span>`);
}

/** Style rules that give every face and emoji its look. */
export function emojiRules(): string {
  const faces = FACES.map(([, looks], index) => rule(`.qqemoji${index}`, looks));
  const emoji = EMOJI.map(([character, , looks]) => rule(`.emoji${codeOf(character)}`, looks));
  return [...faces, ...emoji].join('\n');
}

function replaceEmoji(html: string, picture: (code: string, kept: string) => string): string {
  return html.replace(/(\p{Extended_Pictographic})\ufe0f?/gu, (whole, bare: string) => {
    const known = EMOJI.find(([character]) => character === bare);
    return known ? picture(codeOf(bare), known[1]) : whole;
  });
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

function rule(selector: string, looks: Looks): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${DRAWINGS[looks]}</svg>`;
  return `${selector}{background-image:url("data:image/svg+xml,${encodeURIComponent(svg)}")}`;
}
