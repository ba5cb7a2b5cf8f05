import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** One request of a browser. */
export interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Value of the session cookie. */
  readonly token?: string;
  readonly body?: object | Buffer;
}

export interface Received {
  readonly status: number;
  readonly body: string;
}

export interface SteadyClient {
  /** Rejects when no whole answer came. */
  send(sent: Sent): Promise<Received>;
  close(): void;
}

/** A browser's side in this process, on connections that stay open. */
export function steadyClient(port: number): SteadyClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  return {
    close: () => agent.destroy(),
    send({ method, path, token, body }) {
      const payload = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
      const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
      return new Promise((resolve, reject) => {
        const asked = request(
          {
            agent,
            port,
            host: '127.0.0.1',
            method,
            path,
            headers: {
              ...(method === 'GET' ? {} : { origin: `http://localhost:${port}` }),
              ...(token === undefined ? {} : { cookie: `tetsuzuki=${token}` }),
              ...(payload ? { 'content-type': type, 'content-length': payload.length } : {}),
            },
          },
          (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.once('error', reject);
            answer.once('end', () =>
              resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
            );
          },
        );
        asked.once('error', reject);
        asked.end(payload);
      });
    },
  };
}

/**
 * Open loop: calls `arrive` at its planned times, however long earlier calls take, and waits for all of them.
 * Whoever measures counts from the planned time, so that a server that stalls is charged for those it kept waiting.
 *
 * @param planned called with the index and the planned time, in milliseconds of `performance.now()`
 * @returns the most that a call was late, in milliseconds: how busy this process was itself
 */
export async function arrivals(
  count: number,
  gapMs: number,
  arrive: (index: number, planned: number) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  const all: Promise<void>[] = [];
  let late = 0;
  for (let index = 0; index < count; index++) {
    const planned = started + index * gapMs;
    const ahead = planned - performance.now();
    if (ahead > 0) await wait(ahead);
    late = Math.max(late, performance.now() - planned);
    all.push(arrive(index, planned));
  }
  await Promise.all(all);
  return late;
}
