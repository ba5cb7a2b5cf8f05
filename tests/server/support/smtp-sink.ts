import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../support/ports.js';

/** A mail as the server at the other end gets it. */
export interface SunkMail extends Email {
  readonly from: Email['from'];
  /** As told to the server, which is where the mail goes. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** Header lines and body, undecoded. */
  readonly raw: string;
}

export interface SmtpSink {
  readonly url: string;
  readonly mails: readonly SunkMail[];
  /** What the server says to the next recipients and contents; `undefined` is "taken". Rejecting drops the connection. */
  onRecipient: (address: string) => string | undefined;
  onMail: (mail: SunkMail) => Promise<string | undefined>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

class Answer extends Error {
  readonly responseCode: number;
  constructor(text: string) {
    super(text.slice(4));
    this.responseCode = Number(text.slice(0, 3));
  }
}

/** A mail server that takes everything, or answers as told, e.g. `451 Come back later`. */
export async function openSmtpSink(options: { readonly started?: boolean } = {}): Promise<SmtpSink> {
  const port = await freePort();
  const mails: SunkMail[] = [];
  let server: SMTPServer | undefined;
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    onRecipient: () => undefined,
    onMail: async () => undefined,
    async start() {
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['AUTH', 'STARTTLS'],
        disableReverseLookup: true,
        logger: false,
        closeTimeout: 100,
        onRcptTo({ address }, _session, callback) {
          const answer = sink.onRecipient(address);
          callback(answer === undefined ? undefined : new Answer(answer));
        },
        onData(stream, session, callback) {
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            void (async () => {
              const content = Buffer.concat(parts);
              const { mailFrom, rcptTo } = session.envelope;
              const mail = {
                ...(await PostalMime.parse(content)),
                envelope: {
                  from: mailFrom === false ? '' : mailFrom.address,
                  to: rcptTo.map(({ address }) => address),
                },
                raw: content.toString('latin1'),
              } as SunkMail;
              const answer = await sink.onMail(mail);
              if (answer === undefined) mails.push(mail);
              callback(answer === undefined ? undefined : new Answer(answer));
            })();
          });
        },
      });
      server.on('error', () => undefined);
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    },
    stop: () => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())),
  };
  if (options.started !== false) await sink.start();
  return sink;
}
