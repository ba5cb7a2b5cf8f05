import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditRow, auditSql } from '../audit/record-audit.js';
import { FileStore } from '../files/file-store.js';
import { OnJob } from '../jobs/on-job.js';
import { takeDocumentNumbers } from './document-number.js';
import { NoticeRenderer, NoticeUnprintable } from './notice-renderer.js';
import { type OwedNotice, OwedNotices } from './owed-notices.js';
import { numberedNotices } from './plan-notices.js';
import { writeDocument } from './write-document.js';

@Injectable()
export class IssueNotice {
  private readonly logger = new Logger('notices');

  constructor(
    private readonly dataSource: DataSource,
    private readonly owed: OwedNotices,
    private readonly renderer: NoticeRenderer,
    private readonly files: FileStore,
  ) {}

  /**
   * Makes the PDF of one notice. Done twice it gives the same bytes, so nothing is lost by a stop in the middle: the
   * file is whole before the row names it.
   */
  @OnJob('issue-notice')
  async run(id: string): Promise<void> {
    const owed = await this.owed.find(id);
    if (!owed) return;
    const numbered = { ...owed, documentNumber: await this.numberOf(owed) };
    const written = writeDocument('notice', numbered);
    if (!written.ok) return this.giveUp(id, written.reason);
    try {
      const pdf = await this.renderer.render({
        model: written.model,
        issuedOn: owed.issuedOn,
        author: owed.procedure.info.department,
        reference: `申込番号 ${owed.facts.number}`,
      });
      const { sha256 } = await this.files.put(pdf);
      await this.dataSource.query(
        `with ready as (
           update notice set state = 'ready', pdf_sha256 = $2, ready_at = clock_timestamp(), attempts = attempts + 1,
             last_error = null
           where id = $1 and state = 'queued' returning id
         ), ${auditSql('ready', '$3')}
         select count(*) from ready`,
        [
          id,
          sha256,
          JSON.stringify([
            auditRow({
              actor: { kind: 'system', id: 'notices' },
              action: 'notice.issue',
              subject: { kind: 'notice', id },
              after: sha256,
            }),
          ]),
        ],
      );
    } catch (error) {
      if (error instanceof NoticeUnprintable) return this.giveUp(id, error.message);
      await this.recordFailure(id, error);
      throw error;
    }
  }

  /** The number it has, or the next one: taken once, before the first attempt, and kept by all further ones. */
  private async numberOf({
    id,
    template,
    procedure,
    documentNumber,
    issuedOn,
  }: OwedNotice): Promise<string | null> {
    if (documentNumber !== null) return documentNumber;
    if (numberedNotices(procedure, [{ kind: 'notice', template }]) === 0) return null;
    return this.dataSource.transaction(async (tx) => {
      const [held] = await tx.query<{ document_number: string | null }[]>(
        'select document_number from notice where id = $1 for update',
        [id],
      );
      if (!held || held.document_number !== null) return held?.document_number ?? null;
      const [number = null] = await takeDocumentNumbers(
        tx,
        procedure.info.numbering.documentSymbol,
        issuedOn,
        1,
      );
      await tx.query('update notice set document_number = $2 where id = $1', [id, number]);
      return number;
    });
  }

  private async recordFailure(id: string, error: unknown): Promise<void> {
    await this.dataSource.query('update notice set attempts = attempts + 1, last_error = $2 where id = $1', [
      id,
      error instanceof Error ? error.message : String(error),
    ]);
  }

  /** No document with a box in it, and no endless attempts: the row says what a person must look at. */
  private async giveUp(id: string, reason: string): Promise<void> {
    await this.dataSource.query(
      `update notice set state = 'undeliverable', attempts = attempts + 1, last_error = $2
       where id = $1 and state = 'queued'`,
      [id, reason],
    );
    this.logger.error(
      `Notice ${id} cannot be issued: its text cannot be printed. See last_error of its row.`,
    );
  }
}
