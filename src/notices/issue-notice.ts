import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Block, DocumentModel } from '#engine';
import { auditRow, auditSql } from '../audit/record-audit.js';
import { FileStore } from '../files/file-store.js';
import { OnJob } from '../jobs/on-job.js';
import { Certificate } from '../signatures/certificate.js';
import { readableName } from '../signatures/signer.js';
import { signPdf } from '../signatures/sign-pdf.js';
import { TimeStampRefused } from '../signatures/time-stamps.js';
import { takeDocumentNumbers } from './document-number.js';
import { NoticeRenderer, NoticeUnprintable } from './notice-renderer.js';
import { type OwedNotice, OwedNotices } from './owed-notices.js';
import { numberedNotices } from './plan-notices.js';
import { BeginProof, type BegunProof } from './proofs/begin-proof.js';
import { NoticeSigner, NoticeUnsignable } from './signing/notice-signer.js';
import { writeDocument } from './write-document.js';

/** A document as it is handed out. */
interface Issued {
  readonly sha256: string;
  readonly drawnSha256: string;
  readonly level: 'none' | 'B-B' | 'B-T';
  readonly signer: string | null;
  readonly signedAt: Date | null;
  readonly stampedAt: Date | null;
}

@Injectable()
export class IssueNotice {
  private readonly logger = new Logger('notices');

  constructor(
    private readonly dataSource: DataSource,
    private readonly owed: OwedNotices,
    private readonly renderer: NoticeRenderer,
    private readonly files: FileStore,
    private readonly signer: NoticeSigner,
    private readonly proofs: BeginProof,
  ) {}

  /**
   * Makes the PDF of one notice, and signs it. Drawn twice it gives the same bytes, so nothing is lost by a stop in the
   * middle: the file is whole before the row names it. A notice that must be signed and cannot be waits.
   */
  @OnJob('issue-notice')
  async run(id: string): Promise<void> {
    const owed = await this.owed.find(id);
    if (!owed) return;
    const numbered = { ...owed, documentNumber: await this.numberOf(owed) };
    const written = writeDocument('notice', numbered);
    if (!written.ok) return this.giveUp(id, written.reason);
    const { info } = owed.procedure;
    try {
      const proof = await this.proofs.run(numbered, written.model, () =>
        this.signer.meansOf(info.department),
      );
      const drawn = await this.renderer.render({
        model: proof.seal ? sealed(written.model) : written.model,
        issuedOn: owed.issuedOn,
        author: info.department,
        reference: `申込番号 ${owed.facts.number}`,
        proof: proof.address,
        ...(proof.seal ? { seal: proof.seal } : {}),
      });
      const reason = [written.model.title, numbered.documentNumber].filter(Boolean).join('　');
      const issued = await this.issue(drawn, proof, { department: info.department, reason });
      await this.handOut(id, issued);
    } catch (error) {
      if (error instanceof NoticeUnprintable) return this.giveUp(id, error.message);
      if (error instanceof NoticeUnsignable || error instanceof TimeStampRefused) await this.wait(id, error);
      await this.recordFailure(id, error);
      throw error;
    }
  }

  /** Null: what was handed out before is handed out again; it is signed once only. */
  private async issue(
    drawn: Buffer,
    proof: BegunProof,
    { department, reason }: { readonly department: string; readonly reason: string },
  ): Promise<Issued | string> {
    const drawnSha256 = createHash('sha256').update(drawn).digest('hex');
    const { pdfSha256 } = proof;
    if (pdfSha256 !== null && proof.drawnSha256 === drawnSha256 && (await this.files.has(pdfSha256))) {
      return pdfSha256;
    }
    const { key, stamps } = await this.signer.meansOf(department);
    const at = new Date();
    const signed = key ? await signPdf(drawn, { key, stamps, name: department, reason, at }) : null;
    const { sha256 } = await this.files.put(signed?.pdf ?? drawn);
    return {
      sha256,
      drawnSha256,
      level: signed?.level ?? 'none',
      signer: key ? readableName(Certificate.of(key.certificate).subjectText) : null,
      signedAt: signed ? at : null,
      stampedAt: signed?.stampedAt ?? null,
    };
  }

  private async handOut(id: string, issued: Issued | string): Promise<void> {
    const sha256 = typeof issued === 'string' ? issued : issued.sha256;
    const audit = auditRow({
      actor: { kind: 'system', id: 'notices' },
      action: 'notice.issue',
      subject: { kind: 'notice', id },
      after: sha256,
    });
    await this.dataSource.query(
      `with ready as (
         update notice set state = 'ready', pdf_sha256 = $2, ready_at = clock_timestamp(), attempts = attempts + 1,
           last_error = null
         where id = $1 and state = 'queued' returning id
       ), proved as (
         update notice_proof p set pdf_sha256 = $2, drawn_sha256 = coalesce($4, drawn_sha256),
           level = coalesce($5, level), signer = coalesce($6, signer), signed_at = coalesce($7, signed_at),
           stamped_at = coalesce($8, stamped_at)
         from ready where p.notice_id = ready.id
       ), no_longer as (
         delete from notice_waiting w using ready where w.notice_id = ready.id
       ), posted as (
         insert into notice_by_post (notice_id, reason, since)
         select ready.id, 'asked', clock_timestamp() from ready
         join notice n on n.id = ready.id join application a on a.id = n.application_id
         join applicant c on c.id = a.applicant_id join account l on l.id = c.account_id
         where l.notices_by = 'post'
         on conflict do nothing
       ), ${auditSql('ready', '$3')}
       select count(*) from ready`,
      [
        id,
        sha256,
        JSON.stringify([audit]),
        ...(typeof issued === 'string'
          ? [null, null, null, null, null]
          : [issued.drawnSha256, issued.level, issued.signer, issued.signedAt, issued.stampedAt]),
      ],
    );
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

  /** Told to administrators as long as it lasts. */
  private async wait(id: string, { message }: Error): Promise<void> {
    await this.dataSource.query(
      `insert into notice_waiting (notice_id, since, reason) values ($1, clock_timestamp(), $2)
       on conflict (notice_id) do update set reason = excluded.reason`,
      [id, message],
    );
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

/** Where the seal is printed, nobody writes that it was left out. */
function sealed(model: DocumentModel): DocumentModel {
  const saysOmitted = (block: Block): boolean => block.kind === 'sender' && block.text === '（公印省略）';
  return { ...model, blocks: model.blocks.filter((block) => !saysOmitted(block)) };
}
