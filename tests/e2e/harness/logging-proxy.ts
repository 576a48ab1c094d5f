import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostLog } from './host-log.ts';

export type LoggingProxy = {
  /** "host:port", for `LaunchOptions.proxy`. */
  address: string;
  close(): Promise<void>;
};

/** A proxy on loopback that notes which host is wanted, without its port, and lets nothing through. */
export async function startLoggingProxy(log: HostLog): Promise<LoggingProxy> {
  const server = createServer((request, response) => {
    log.note(new URL(request.url ?? '', 'http://unnamed.invalid').hostname);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    log.note(new URL(`http://${request.url}`).hostname);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
