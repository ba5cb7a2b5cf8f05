import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { freePort } from '../support/ports.js';
import { startServer, type TestServer } from '../support/server.js';

export interface OpenPortal {
  readonly server: TestServer;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** The built product with its demo accounts, in a process of its own, and a browser to visit it. */
export async function openPortal(): Promise<OpenPortal> {
  const port = await freePort();
  // Links in mails lead to the address people use; by default that would be localhost.
  const env = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  const [server, browser] = await Promise.all([startServer({ env }), launchBrowser()]);
  return {
    server,
    browser,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
