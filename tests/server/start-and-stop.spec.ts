import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request as startRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startServer, type TestServer } from '../support/server.js';

/** Calls of the demo's applicant to a server in a process of its own. */
async function signIn(server: TestServer): Promise<Record<string, string>> {
  const origin = { origin: server.url };
  const answer = await fetch(`${server.url}/api/session/applicant`, {
    method: 'POST',
    headers: { ...origin, 'content-type': 'application/json' },
    body: JSON.stringify({ mail: 'naniwa@example.jp', password: 'tetsuzuki-demo' }),
  });
  return { ...origin, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

describe('the server as a process', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-start-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('starts from nothing, keeps everything over a stop, and leaves no process behind', async () => {
    const first = await startServer({
      database: 'embedded',
      env: { DATA_DIR: dataDir, SHUTDOWN_SECONDS: '60' },
    });
    expect(first.output()).toContain('申請ポータル / Portal: ');
    const headers = await signIn(first);
    // Notices are still being drawn when the server is ready, so how many wait to be opened is no part of it.
    const list = async (server: TestServer, by: Record<string, string>) => {
      const told = (await (await fetch(`${server.url}/api/applications`, { headers: by })).json()) as {
        applications: Record<string, unknown>[];
      };
      return told.applications.map((one) => ({ ...one, unopenedNotices: null }));
    };
    const before = await list(first, headers);
    expect(before.length).toBeGreaterThan(1);
    expect(await first.stop()).toBe(0);
    expect(first.output()).toContain('"method":"GET","route":"/api/applications","status":200');
    expect(first.output()).not.toMatch(/naniwa|tetsuzuki-demo|難波|なにわ/);
    expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false);

    const second = await startServer({
      database: 'embedded',
      env: { DATA_DIR: dataDir, SHUTDOWN_SECONDS: '60' },
    });
    // The session has outlived the restart, too.
    const again = await list(second, { ...headers, origin: second.url });
    expect(again).toEqual(before);
    expect(await second.stop()).toBe(0);
  });

  it('finishes the request that is under way when it is told to stop', async () => {
    const server = await startServer({
      env: { LOG_LEVEL: 'warn', SHUTDOWN_SECONDS: '60' },
    });
    const headers = await signIn(server);
    const started = await fetch(`${server.url}/api/drafts`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ procedureId: 'jitan-9' }),
    });
    const { id } = (await started.json()) as { id: string };
    const upload = startRequest(`${server.url}/api/drafts/${id}/attachments?field=documents.permit_copy`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x', expect: '100-continue' },
    });
    const answered = once(upload, 'response') as Promise<[{ statusCode: number }]>;
    // The server has read the head of the request once it asks for the body.
    upload.flushHeaders();
    await once(upload, 'continue');
    upload.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n');
    const stopped = server.stop();
    await eventually('nobody new is let in', () =>
      fetch(`${server.url}/healthz`).then(
        (answer) => answer.status === 503 || undefined,
        () => true,
      ),
    );
    upload.end('the rest\r\n--x--\r\n');
    const [{ statusCode }] = await answered;
    expect(statusCode).toBe(201);
    expect(await stopped).toBe(0);
  });
});
