import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailSink {
  readonly url: string;
  /** Message-ID without brackets → how many times it was taken over. */
  readonly copies: ReadonlyMap<string, number>;
  /** Recipient → Message-IDs in the order in which they came, further copies left out. */
  readonly firstTaken: ReadonlyMap<string, readonly string[]>;
  stop(): Promise<void>;
}

/** A real SMTP server that takes every mail over and counts copies by Message-ID. */
export async function startMailSink(): Promise<MailSink> {
  const copies = new Map<string, number>();
  const firstTaken = new Map<string, string[]>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope: { rcptTo } }, taken) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const id = /^message-id:\s*<([^>]+)>/im.exec(Buffer.concat(chunks).toString())?.[1] ?? 'without id';
        const to = rcptTo[0]?.address ?? '';
        if (!copies.has(id)) firstTaken.set(to, [...(firstTaken.get(to) ?? []), id]);
        copies.set(id, (copies.get(id) ?? 0) + 1);
        taken();
      });
    },
  });
  // A sender that was killed breaks its connection; that is what happens here.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    copies,
    firstTaken,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
