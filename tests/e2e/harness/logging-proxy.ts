import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LoggingProxy = {
  /** "host:port", for `LaunchOptions.proxy`. */
  address: string;
  /** Every host that was asked for so far, without its port. */
  hosts(): Set<string>;
  close(): Promise<void>;
};

/** A proxy on loopback that notes which host is wanted and lets nothing through. */
export async function startLoggingProxy(): Promise<LoggingProxy> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    seen.add(new URL(request.url ?? '', 'http://unnamed.invalid').hostname);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    seen.add(new URL(`http://${request.url}`).hostname);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    hosts: () => new Set(seen),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
