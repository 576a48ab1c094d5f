/**
 * What an event tile of Element says of itself: by classes of its own until 2026-09, and after that by classes of a
 * style module, whose names are the source's with something around them ("_stateInfo_1k2m3_7").
 */
export function isInfo(row: Element): boolean {
  return says(row, 'mx_EventTile_info', 'stateInfo');
}

/** It follows in a run of one sender. */
export function isContinued(row: Element): boolean {
  return says(row, 'mx_EventTile_continuation', 'stateContinuation');
}

/** A box stands in it in which its words are being changed. */
export function isEditing(row: Element): boolean {
  return says(row, 'mx_EventTile_isEditing', 'stateEditing');
}

/** Its line holds a picture, a file or the like. */
export function isMedia(line: Element): boolean {
  return says(line, 'mx_EventTile_mediaLine', 'lineMedia');
}

/** The user's own. Throws where the row does not tell. */
export function isOwn(row: Element): boolean {
  const self = row.getAttribute('data-self');
  if (self === 'true' || self === 'false') return self === 'true';
  // That its layout can be read from its classes shows that the names in them are still the source's.
  const isReadable = ['layoutGroup', 'layoutBubble', 'layoutIrc'].some((name) =>
    says(row, name, name),
  );
  if (self !== null || !isReadable) throw new Error('unknown owner');
  return says(row, 'stateOwnEvent', 'stateOwnEvent');
}

function says(element: Element, name: string, local: string): boolean {
  if (element.classList.contains(name)) return true;
  return (element.getAttribute('class') ?? '').includes(`_${local}_`);
}
