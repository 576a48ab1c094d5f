import { type Mutation, mutate } from '../sites/random-pages';

/** What a page does to itself; `at` and `to` pick nodes of its own. It never touches what is ours. */
export type PageChange =
  | Mutation
  | { do: 'reuse'; at: number; to: number }
  | { do: 'move'; at: number; to: number }
  | { do: 'imitate'; at: number; name: string; value: string }
  | { do: 'odd'; at: number; kind: 'comment' | 'svg' | 'shadow' | 'huge' | 'surrogate' | 'bar' }
  | { do: 'page'; html: string };

/** Elements of a page that still grows: what doubles a few times is soon more than any page. */
const MOST = 1_000;

/** Tells the page's own nodes from ours: whatever is made while the page does not act is ours. */
export class PageNodes {
  readonly #document: Document;
  readonly #ours = new WeakSet<Node>();
  /** Attributes named as ours are that the page set itself. */
  readonly #imitated = new WeakMap<Element, Set<string>>();
  #isActing = false;

  constructor(document: Document) {
    this.#document = document;
    const create = Document.prototype.createElement.bind(document) as (name: string) => HTMLElement;
    document.createElement = ((name: string) => {
      const made = create(name);
      if (!this.#isActing) this.#ours.add(made);
      return made;
    }) as typeof document.createElement;
  }

  isOurs(node: Node): boolean {
    return this.#ours.has(node);
  }

  isImitated(element: Element, name: string): boolean {
    return this.#imitated.get(element)?.has(name) ?? false;
  }

  /** Elements of the page's own under the body, in order. */
  all(): Element[] {
    const all = [...this.#document.body.querySelectorAll('*')];
    return all.filter((element) => !this.#isWithinOurs(element));
  }

  act(change: PageChange, rows: readonly Element[]): void {
    this.#isActing = true;
    try {
      this.#apply(change, rows);
    } finally {
      this.#isActing = false;
    }
  }

  /** The body as text, without attributes named as ours are: those may be the page's or ours. */
  snapshot(): string {
    return this.#written(this.#document.body);
  }

  /** The same of one element, without what is ours. */
  drawn(element: Element): string {
    return this.#written(element, (each) => this.#children(each));
  }

  /** Our elements in the page, and attributes of ours on the page's. */
  remains(): string[] {
    return [...this.#document.querySelectorAll('*')].flatMap((element) => {
      if (this.isOurs(element)) return [`<${element.localName}>`];
      const names = element.getAttributeNames().filter((name) => name.startsWith('data-fl-'));
      return names.filter((name) => !this.isImitated(element, name));
    });
  }

  #apply(change: PageChange, rows: readonly Element[]): void {
    const all = this.all();
    const target = all[change.do === 'page' ? 0 : change.at % Math.max(1, all.length)];
    if (change.do === 'page') {
      this.#document.body.innerHTML = change.html;
      return;
    }
    if (!target) return;
    const isGrowing = change.do === 'double' || change.do === 'reuse';
    if (isGrowing && all.length > MOST) return;
    if (change.do === 'reuse' || change.do === 'move') this.#rearrange(change, rows);
    else if (change.do === 'imitate') this.#imitate(target, change.name, change.value);
    else if (change.do === 'odd') this.#addOdd(target, change.kind);
    else if (change.do === 'double') target.after(this.#copy(target));
    else if (change.do === 'lift') target.replaceWith(...this.#children(target));
    else mutate(this.#document.body, this.#placed(change, target));
    if (change.do === 'set' || change.do === 'shape') this.#touch(target);
  }

  /** A page that says another thing by an attribute alone, of which an adapter need not hear, draws something there, too. */
  #touch(target: Element): void {
    const drawn = this.#document.createComment('');
    target.append(drawn);
    drawn.remove();
  }

  /** The same change by its place among all elements, ours included. */
  #placed(change: Mutation, target: Element): Mutation {
    const at = [...this.#document.body.querySelectorAll('*')].indexOf(target);
    return { ...change, at };
  }

  /** A row gets the content of another, which goes, as virtual lists do: no page shows a message twice under one id. Or another place. */
  #rearrange(change: PageChange & { do: 'reuse' | 'move' }, rows: readonly Element[]): void {
    const one = rows[change.at % Math.max(1, rows.length)];
    const other = rows[change.to % Math.max(1, rows.length)];
    if (!one || !other || one === other || one.contains(other) || other.contains(one)) return;
    if (change.do === 'move') {
      other.before(one);
      return;
    }
    const copy = this.#copy(other) as Element;
    one.replaceChildren(...copy.childNodes);
    for (const name of copy.getAttributeNames()) {
      const value = copy.getAttribute(name) ?? '';
      if (this.isImitated(copy, name)) this.#imitate(one, name, value);
      else one.setAttribute(name, value);
    }
    other.remove();
  }

  #imitate(target: Element, name: string, value: string): void {
    target.setAttribute(name, value);
    this.#imitated.set(target, (this.#imitated.get(target) ?? new Set()).add(name));
  }

  #addOdd(target: Element, kind: (PageChange & { do: 'odd' })['kind']): void {
    const { body } = this.#document;
    const made = body.ownerDocument.createElement('div');
    if (kind === 'comment') target.append(body.ownerDocument.createComment('[图片]'));
    else if (kind === 'svg') {
      const svg = body.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.append(body.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'title'));
      target.append(svg);
    } else if (kind === 'shadow') {
      made.attachShadow({ mode: 'open' }).append('收到');
      target.append(made);
    } else if (kind === 'huge') target.append('长'.repeat(50_000));
    else if (kind === 'surrogate') target.append('\ud83d', '\udc00');
    else {
      this.#imitate(made, 'data-fl-ui', 'bar');
      made.append('与 网格群 9:02 相同');
      target.append(made);
    }
  }

  #children(element: Node): Node[] {
    return [...element.childNodes].filter((child) => !this.isOurs(child));
  }

  /** As a page draws the same again from its own data: nothing of ours comes with it. */
  #copy(node: Node): Node {
    const copy = node.cloneNode(false);
    if (copy.nodeType === 1) {
      for (const name of (copy as Element).getAttributeNames()) {
        if (!name.startsWith('data-fl-')) continue;
        if (this.isImitated(node as Element, name)) {
          this.#imitate(copy as Element, name, (node as Element).getAttribute(name) ?? '');
        } else (copy as Element).removeAttribute(name);
      }
    }
    copy.appendChild(this.#document.createDocumentFragment());
    for (const child of this.#children(node)) copy.appendChild(this.#copy(child));
    return copy;
  }

  #isWithinOurs(element: Element): boolean {
    for (let at: Node | null = element; at; at = at.parentNode) if (this.isOurs(at)) return true;
    return false;
  }

  #written(node: Node, childrenOf = (each: Node): Node[] => [...each.childNodes]): string {
    if (node.nodeType === 3) return JSON.stringify(node.nodeValue);
    if (node.nodeType !== 1) return `<!${node.nodeType} ${JSON.stringify(node.nodeValue)}>`;
    const element = node as Element;
    const names = element.getAttributeNames().filter((name) => !name.startsWith('data-fl-'));
    const attributes = names.map((name) => `${name}=${JSON.stringify(element.getAttribute(name))}`);
    const inside = childrenOf(element).map((child) => this.#written(child, childrenOf));
    const shadow = element.shadowRoot ? `#${element.shadowRoot.innerHTML}` : '';
    return `<${[element.localName, ...attributes].join(' ')}>${shadow}${inside.join('')}</>`;
  }
}
