declare module 'css-tree' {
  export type CssNode = { type: string; name?: string; value?: unknown; property?: string };
  type Context = { atrule: CssNode | null; function: CssNode | null };
  export function parse(
    text: string,
    options?: { onParseError?: (error: Error) => void; parseCustomProperty?: boolean },
  ): CssNode;
  export function walk(root: CssNode, visit: (this: Context, node: CssNode) => void): void;
}
