/** Ways to reach the network. Named as a global, as a member or in a text, each is a finding. */
const NETWORK = [
  ...['fetch', 'fetchLater', 'XMLHttpRequest', 'sendBeacon', 'WebSocket', 'WebSocketStream'],
  ...['EventSource', 'WebTransport', 'RTCPeerConnection', 'webkitRTCPeerConnection'],
  ...['Worker', 'SharedWorker', 'serviceWorker', 'importScripts', 'Audio', 'FontFace'],
  ...['PresentationRequest', 'prefetch', 'preconnect', 'dns-prefetch'],
  ...['backgroundFetch', 'registerProtocolHandler', 'getUserMedia', 'getDisplayMedia'],
];

/** Ways to run a text as code. */
const CODE = ['eval', 'execScript', 'WebAssembly', 'GeneratorFunction', 'AsyncFunction'];

/** Ways to make elements of a text. `parseFromString` makes a document that is never shown and runs nothing. */
const HTML = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe'],
  ...['createContextualFragment', 'writeln', 'srcdoc', 'parseFromString', 'execCommand'],
  ...['dangerouslySetInnerHTML', 'XSLTProcessor', 'createPolicy'],
];

/** Rule by forbidden word. */
export const FORBIDDEN_WORDS: ReadonlyMap<string, string> = new Map([
  ...NETWORK.map((word) => [word, 'network'] as const),
  ...CODE.map((word) => [word, 'text as code'] as const),
  ...HTML.map((word) => [word, 'text as HTML'] as const),
]);

/** Properties and attributes by which an element loads from elsewhere. */
export const LOADING_PROPERTIES: ReadonlySet<string> = new Set([
  ...['src', 'srcset', 'formAction', 'ping', 'imageSrcset', 'lowsrc', 'codebase'],
]);

/** Elements that load or run something as soon as they stand in a page. */
export const LOADING_TAGS: ReadonlySet<string> = new Set([
  ...['script', 'iframe', 'frame', 'object', 'embed', 'link', 'base'],
]);

/** The global object by any of its names: whatever there is hangs on it. */
export const GLOBAL_OBJECTS: ReadonlySet<string> = new Set([
  ...['window', 'globalThis', 'self', 'global', 'top', 'parent', 'frames', 'opener'],
]);

/** Others on which a way out hangs. */
export const WIDE_OBJECTS: ReadonlySet<string> = new Set(['navigator', 'document', 'location']);
