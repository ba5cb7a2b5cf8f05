import { createServer, type Socket } from 'node:net';
import { freePort } from '../../support/ports.js';

export interface Pop3Server {
  readonly url: string;
  /** What lies in the mailbox. */
  mails: string[];
  /** Breaks the line off when this command comes. */
  breaksAt: string | null;
  stop(): Promise<void>;
}

/** A mailbox by RFC 1939 for one user; deletions hold once the session ends with QUIT. */
export async function openPop3Mailbox(): Promise<Pop3Server> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  const box: Pop3Server = {
    url: `pop3://bounces:${encodeURIComponent('s3cret/…')}@127.0.0.1:${port}`,
    mails: [],
    breaksAt: null,
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  const stuffed = (text: string): string => text.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
  const server = createServer((socket) => {
    sockets.add(socket);
    const deleted = new Set<number>();
    let known = false;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const answers: Readonly<Record<string, (n: number, text: string) => void>> = {
      USER: () => say('+OK'),
      PASS: (_n, text) => {
        known = text === 's3cret/…';
        say(known ? '+OK' : '-ERR wrong password');
      },
      LIST: () => {
        say('+OK');
        box.mails.forEach((mail, index) => say(`${index + 1} ${Buffer.byteLength(mail)}`));
        say('.');
      },
      RETR: (n) => socket.write(`+OK\r\n${stuffed(box.mails[n - 1] ?? '')}\r\n.\r\n`),
      TOP: (n) => socket.write(`+OK\r\n${stuffed((box.mails[n - 1] ?? '').slice(0, 100_000))}\r\n.\r\n`),
      DELE: (n) => {
        deleted.add(n);
        say('+OK');
      },
      QUIT: () => {
        box.mails = box.mails.filter((_mail, index) => !deleted.has(index + 1));
        say('+OK');
        socket.end();
      },
    };
    let held = '';
    socket.on('data', (part) => {
      held += part.toString('utf8');
      const lines = held.split('\r\n');
      held = lines.pop() ?? '';
      for (const line of lines) {
        const [command = '', ...rest] = line.split(' ');
        if (command === box.breaksAt) return socket.destroy();
        if (!known && command !== 'USER' && command !== 'PASS') return say('-ERR sign in first');
        const answer = answers[command];
        if (answer) answer(Number(rest[0]), rest.join(' '));
        else say('-ERR');
      }
      return undefined;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    say('+OK mailbox');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return box;
}
