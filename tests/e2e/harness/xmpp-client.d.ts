/** As much of the library as the tests use; it brings no types of its own. */
declare module '@xmpp/client' {
  export type Stanza = {
    attrs: Record<string, string | undefined>;
    is(name: string): boolean;
    getChild(name: string): Stanza | undefined;
  };

  export type Client = {
    status: string;
    on(event: 'error', listener: (error: Error) => void): void;
    on(event: 'disconnect', listener: () => void): void;
    on(event: 'stanza', listener: (stanza: Stanza) => void): void;
    start(): Promise<unknown>;
    stop(): Promise<unknown>;
    send(stanza: Stanza): Promise<void>;
  };

  export function client(options: {
    service: string;
    domain: string;
    username: string;
    password: string;
  }): Client;

  export function xml(
    name: string,
    attributes: Record<string, string>,
    ...children: (Stanza | string)[]
  ): Stanza;
}
