import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { documentToHtml, documentToText } from '#engine';
import { CONFIG, type Config } from '../../config/config.js';
import { ComeAgain } from '../../jobs/come-again.js';
import { OnJob } from '../../jobs/on-job.js';
import { Mailer } from '../mail/mailer.js';
import { writeAnchorMail } from './write-anchor-mail.js';

interface OwedAnchor {
  readonly body: string;
  readonly day: string;
}

@Injectable()
export class DeliverAnchor {
  private readonly logger = new Logger('audit');

  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Adds one anchor of the audit log to the file of anchors, and mails it where an address is set. */
  @OnJob('deliver-anchor')
  async run(id: string): Promise<void> {
    const [anchor] = await this.dataSource.query<OwedAnchor[]>(
      'select body, day::text from audit_anchor where id = $1 and delivered_at is null',
      [id],
    );
    if (!anchor) return;
    const { anchorDir, anchorMail } = this.config.audit;
    await addLine(anchorDir, anchor.body);
    if (anchorMail !== undefined) await this.mail(id, anchorMail, anchor);
    await this.dataSource.query('update audit_anchor set delivered_at = clock_timestamp() where id = $1', [
      id,
    ]);
  }

  private async mail(id: string, to: string, { day, body }: OwedAnchor): Promise<void> {
    const model = writeAnchorMail(day, body);
    const outcome = await this.mailer.send({
      messageId: `${id}@${this.mailer.domain}`,
      to,
      subject: model.title,
      text: documentToText(model),
      html: documentToHtml(model, { links: [] }),
    });
    if (outcome.kind === 'later') throw new ComeAgain(outcome.pause);
    if (outcome.kind === 'failed') throw new Error(`The mail was not taken: ${outcome.reason}`);
    if (outcome.kind === 'refused')
      this.logger.error(`The anchor of ${day} cannot be mailed: ${outcome.reason}`);
  }
}

/** Once, also when a stop came between the file and the row that says so. */
async function addLine(folder: string, line: string): Promise<void> {
  const file = join(folder, 'anchors.jsonl');
  await mkdir(folder, { recursive: true });
  const written = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (!written.split('\n').includes(line)) await appendFile(file, `${line}\n`);
}
