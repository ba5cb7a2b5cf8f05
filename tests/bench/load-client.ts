import { connect, type Socket } from 'node:net';
import { percentile } from './rounds.js';

export interface Load {
  /** Whole HTTP requests, each sent once. */
  readonly requests: readonly Buffer[];
  readonly port: number;
  readonly connections: number;
  /** It ends after so long, or when the requests are used up. */
  readonly milliseconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly answered: number;
}

/**
 * Closed loop over connections that stay open: each sends its next request when the answer to the last is there.
 * Written on bare sockets, so that the client takes little of the processors it shares with the servers.
 *
 * @throws when an answer is not 201: a figure over refusals would be worthless
 */
export async function load({ requests, port, connections, milliseconds }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = 0;
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const started = performance.now();
  const work = async (socket: Socket): Promise<void> => {
    const receive = receiver(socket);
    while (performance.now() - started < milliseconds) {
      const request = requests[next++];
      if (!request) return;
      const sent = performance.now();
      const answer = receive();
      socket.write(request);
      const { status, body } = await answer;
      if (status !== 201) throw new Error(`Answered ${status}: ${body.slice(0, 500)}`);
      latencies.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(sockets.map(work));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const elapsed = performance.now() - started;
  return {
    perSecond: (latencies.length / elapsed) * 1_000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    answered: latencies.length,
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

interface Received {
  readonly status: number;
  readonly body: string;
}

/** Reads one answer at a time; both servers say how long their body is. */
function receiver(socket: Socket): () => Promise<Received> {
  let held = '';
  let waiting: { resolve: (answer: Received) => void; reject: (error: Error) => void } | null = null;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    held += text;
    const end = held.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(held.slice(0, end))?.[1]);
    if (held.length < end + 4 + length) return;
    const answer = { status: Number(held.slice(9, 12)), body: held.slice(end + 4, end + 4 + length) };
    held = held.slice(end + 4 + length);
    waiting?.resolve(answer);
    waiting = null;
  });
  const fail = (error?: Error): void => waiting?.reject(error ?? new Error('The connection was closed.'));
  socket.on('error', fail);
  socket.on('close', () => fail());
  return () => new Promise((resolve, reject) => (waiting = { resolve, reject }));
}
