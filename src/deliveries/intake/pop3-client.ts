import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

export interface Pop3Mailbox {
  /** Numbers and sizes of what lies there. */
  list(): Promise<readonly { readonly n: number; readonly bytes: number }[]>;
  /** The mail, or of a large one its headers and so many lines. */
  read(n: number, lines?: number): Promise<Buffer>;
  /** It is gone once the session ends in order. */
  remove(n: number): Promise<void>;
  /** Ends the session: what was removed is deleted. */
  quit(): Promise<void>;
}

interface Pop3Options {
  /** Longest silence of the server, in milliseconds. */
  readonly patience?: number;
  /** An answer that goes on for longer is not read to its end. */
  readonly mostBytes?: number;
}

/**
 * One session with a mailbox by POP3 (RFC 1939): five commands are all that a mailbox needs that is emptied, and every
 * provider has it. What the server sends is bounded in time and size.
 *
 * @param url `pop3s://user:password@host:port`, percent-encoded
 * @throws what the server refuses, without its words: they may repeat the password
 */
export async function withPop3<T>(
  url: string,
  work: (mailbox: Pop3Mailbox) => Promise<T>,
  { patience = 30_000, mostBytes = 2_000_000 }: Pop3Options = {},
): Promise<T> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'pop3s:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const socket = secure
    ? connectTls({ host, port: Number(port || 995), servername: host })
    : connectPlain({ host, port: Number(port || 110) });
  const line = new Pop3Line(socket, patience, mostBytes);
  try {
    await line.answer('greeting');
    await line.ask(`USER ${decodeURIComponent(username)}`, 'USER');
    await line.ask(`PASS ${decodeURIComponent(password)}`, 'PASS');
    return await work({
      async list() {
        const text = (await line.askMany('LIST', 'LIST')).toString('latin1');
        return [...text.matchAll(/^(\d{1,9}) (\d{1,15})\r$/gm)].map(([, n, bytes]) => ({
          n: Number(n),
          bytes: Number(bytes),
        }));
      },
      read: (n, lines) =>
        lines === undefined ? line.askMany(`RETR ${n}`, 'RETR') : line.askMany(`TOP ${n} ${lines}`, 'TOP'),
      remove: (n) => line.ask(`DELE ${n}`, 'DELE'),
      quit: () => line.ask('QUIT', 'QUIT'),
    });
  } finally {
    socket.destroy();
  }
}

/** Questions and answers, one after the other. */
class Pop3Line {
  private held = Buffer.alloc(0);
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  constructor(
    private readonly socket: Socket,
    patience: number,
    private readonly mostBytes: number,
  ) {
    socket.setTimeout(patience, () => socket.destroy(new Error('POP3: the server says nothing')));
    socket.on('data', (part: Buffer) => {
      this.held = Buffer.concat([this.held, part]);
      if (this.held.length > mostBytes) socket.destroy(new Error('POP3: the answer is too long'));
      this.wake();
    });
    socket.on('error', (error) => this.end(error));
    socket.on('close', () => this.end(new Error('POP3: the server hung up')));
  }

  async ask(command: string, name: string): Promise<void> {
    if (/[\r\n]/.test(command)) throw new Error(`POP3: ${name} cannot be asked`);
    this.socket.write(`${command}\r\n`);
    await this.answer(name);
  }

  /** The first line of an answer. */
  async answer(name: string): Promise<void> {
    const line = (await this.until('\r\n')).toString('latin1');
    if (!line.startsWith('+OK')) throw new Error(`POP3: ${name} was refused`);
  }

  /** An answer of many lines, without the dots that the protocol puts before some. */
  async askMany(command: string, name: string): Promise<Buffer> {
    await this.ask(command, name);
    // An empty answer is the closing dot alone.
    if ((await this.peek(3)).toString('latin1') === '.\r\n') {
      await this.until('\r\n');
      return Buffer.alloc(0);
    }
    const text = (await this.until('\r\n.\r\n')).subarray(0, -3).toString('latin1');
    return Buffer.from(text.replace(/^\.\./gm, '.'), 'latin1');
  }

  private async peek(length: number): Promise<Buffer> {
    while (this.held.length < length) await this.more();
    return this.held.subarray(0, length);
  }

  private async until(end: string): Promise<Buffer> {
    let searched = 0;
    for (;;) {
      const at = this.held.indexOf(end, Math.max(0, searched - end.length), 'latin1');
      if (at >= 0) {
        const taken = this.held.subarray(0, at + end.length);
        this.held = this.held.subarray(at + end.length);
        return taken;
      }
      searched = this.held.length;
      await this.more();
    }
  }

  private async more(): Promise<void> {
    if (this.failure) throw this.failure;
    await new Promise<void>((resolve) => (this.wake = resolve));
    this.wake = () => undefined;
  }

  private end(error: Error): void {
    this.failure ??= error;
    this.wake();
  }
}
