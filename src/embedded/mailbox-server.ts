import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { MailboxStore } from './mailbox-store.js';

/** Largest mail, in bytes. */
const mostBytes = 5_000_000;

function unknownUser(): Error {
  return Object.assign(new Error('5.1.1 No such user'), { responseCode: 550 });
}

/** A mail server on loopback that keeps what it gets for the mailbox page, so that the demo sends like production. */
@Injectable()
export class MailboxServer implements OnApplicationShutdown {
  private readonly logger = new Logger('mailbox');
  private server: SMTPServer | null = null;

  constructor(private readonly store: MailboxStore) {}

  /** @returns its address, `smtp://127.0.0.1:…`, on a port that was free */
  async start(): Promise<string> {
    const server = new SMTPServer({
      banner: 'mailbox',
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: mostBytes,
      logger: false,
      // A demo shows, too, what becomes of a mail to an address that there is not.
      onRcptTo: ({ address }, _session, callback) =>
        callback(address.endsWith('@nowhere.example.jp') ? unknownUser() : undefined),
      onData: (stream, session, callback) => {
        this.receive(stream, session).then(
          () => callback(),
          (error: Error) => {
            this.logger.error(`A mail could not be kept: ${error.message}`, error.stack);
            callback(new Error('Could not be kept'));
          },
        );
      },
    });
    server.on('error', (error: Error) => this.logger.warn(error.message));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    this.server = server;
    const address = server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The mailbox has no port.');
    return `smtp://127.0.0.1:${address.port}`;
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private async receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    const to = envelope.rcptTo.map(({ address }) => address);
    await this.store.add(Buffer.concat(parts), from, to);
  }
}
