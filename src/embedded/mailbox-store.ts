import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import PostalMime from 'postal-mime';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import type { MailboxMail } from './mailbox.dto.js';

/** Older mails make room for newer ones. */
const most = 500;

/** Mails of the demo, one file each under DATA_DIR/mailbox; their names sort by time. */
@Injectable()
export class MailboxStore {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'mailbox');
  }

  /** Once this returns, the mail is in the list, whole. */
  async add(message: Uint8Array, from: string, to: readonly string[]): Promise<void> {
    const parsed = await PostalMime.parse(message);
    const mail: MailboxMail = {
      id: newId(),
      receivedAt: new Date().toISOString(),
      from: parsed.from?.name ? `${parsed.from.name} <${from}>` : from,
      to: [...to],
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      messageId: parsed.messageId ?? '',
    };
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const beside = join(this.folder, `${mail.id}.part`);
    await writeFile(beside, JSON.stringify(mail), { mode: 0o600 });
    await rename(beside, join(this.folder, `${mail.id}.json`));
    const old = (await this.names()).slice(most);
    await Promise.all(old.map((name) => rm(join(this.folder, name), { force: true })));
  }

  /** Newest first. */
  async list(): Promise<readonly MailboxMail[]> {
    const names = (await this.names()).slice(0, most);
    const mails = await Promise.all(names.map((name) => this.read(name)));
    return mails.filter((mail) => mail !== null);
  }

  private async names(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch(orNothing<string[]>([]));
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse();
  }

  /** Null for one that made room meanwhile. */
  private async read(name: string): Promise<MailboxMail | null> {
    const text = await readFile(join(this.folder, name), 'utf8').catch(orNothing(null));
    return text === null ? null : (JSON.parse(text) as MailboxMail);
  }
}

function orNothing<T>(nothing: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return nothing;
    throw error;
  };
}
