import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DocumentModel } from '#engine';
import { CONFIG, type Config } from '../../config/config.js';
import { FileStore } from '../../files/file-store.js';
import type { OwedNotice } from '../owed-notices.js';
import type { OfficeMeans } from '../signing/notice-signer.js';
import type { NoticeProof, ProofDecision, ProofWords } from './notice-proof.entity.js';

/** What of a proof is settled before the document is drawn, and stays so however often it is drawn again. */
export interface BegunProof extends Pick<
  NoticeProof,
  'address' | 'sealSha256' | 'drawnSha256' | 'pdfSha256'
> {
  readonly seal: Buffer | null;
}

interface ProofRow {
  readonly address: string;
  readonly sealSha256: string | null;
  readonly drawnSha256: string | null;
  readonly pdfSha256: string | null;
}

const columns = `address, seal_sha256 as "sealSha256", drawn_sha256 as "drawnSha256", pdf_sha256 as "pdfSha256"`;

@Injectable()
export class BeginProof {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param means asked for only where the notice is drawn for the first time: a later seal is not its seal */
  async run(owed: OwedNotice, model: DocumentModel, means: () => Promise<OfficeMeans>): Promise<BegunProof> {
    const row = (await this.find(owed.id)) ?? (await this.begin(owed, model, await means()));
    const seal = row.sealSha256 === null ? null : await this.files.read(row.sealSha256);
    return { ...row, seal };
  }

  private async find(id: string): Promise<ProofRow | undefined> {
    const [row] = await this.dataSource.query<ProofRow[]>(
      `select ${columns} from notice_proof where notice_id = $1`,
      [id],
    );
    return row;
  }

  private async begin(owed: OwedNotice, model: DocumentModel, { seal }: OfficeMeans): Promise<ProofRow> {
    const token = randomBytes(18).toString('base64url');
    const stored = seal ? await this.files.put(seal) : null;
    const values = [
      owed.id,
      token,
      `${this.config.http.publicUrl}/verify/${token}`,
      JSON.stringify(wordsOf(owed, model)),
      stored?.sha256 ?? null,
      JSON.stringify(await this.decisionOf(owed.id)),
    ];
    await this.dataSource.query(
      `insert into notice_proof (notice_id, token, address, words, seal_sha256, decision)
       values ($1, $2, $3, $4, $5, nullif($6::jsonb, 'null')) on conflict (notice_id) do nothing`,
      values,
    );
    const row = await this.find(owed.id);
    if (!row) throw new Error('The proof is gone.');
    return row;
  }

  /** Each yes of an official since the decision's stage was entered, the deciding one last; null: nobody decided. */
  private async decisionOf(noticeId: string): Promise<ProofDecision | null> {
    const rows = await this.dataSource.query<
      { actor_id: string; at: Date; action: string | null; decides: boolean }[]
    >(
      `select e.actor_id, e.at, e.action, e.seq = n.event_seq as decides
       from notice n join application_event e on e.application_id = n.application_id
       where n.id = $1 and e.actor_kind = 'staff' and e.seq <= n.event_seq
         and (e.type = 'approved' or e.seq = n.event_seq)
         and e.seq > coalesce((
           select max(b.seq) from application_event b
           where b.application_id = n.application_id and b.seq < n.event_seq
             and b.from_stage is distinct from b.to_stage), -1)
       order by e.seq`,
      [noticeId],
    );
    const last = rows.at(-1);
    if (!last?.decides || last.action === null) return null;
    return { action: last.action, by: rows.map(({ actor_id: id, at }) => ({ id, at: at.toISOString() })) };
  }
}

function wordsOf(
  { procedure, documentNumber, issuedOn, template }: OwedNotice,
  model: DocumentModel,
): ProofWords {
  const { head } = model;
  const titles = procedure.notices.get(template)?.head.title ?? [];
  // A title with something filled in may tell of whom it is.
  const isPlain = titles.every((part) => 'text' in part);
  return {
    title: isPlain ? model.title : procedure.info.title,
    procedure: procedure.info.title,
    department: procedure.info.department,
    documentNumber,
    issuedOn,
    public: head['public'] ? head['public'] : null,
    until: head['until'] ? head['until'] : null,
  };
}
