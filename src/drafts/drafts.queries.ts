import { Injectable } from '@nestjs/common';
import type { Bilingual } from '../http/refusal.js';
import { DataSource } from 'typeorm';
import type { Answers, WorkflowState } from '#engine';
import type { ApplicantAsker, OwnRows } from '../access/asker.js';
import { runStatement } from '../database/statement.js';
import type { Language } from '../http/language.js';
import { effectiveWindow, submissionEndsAt } from '../procedures/acceptance-window.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { attachmentJson } from './attachment.entity.js';
import { correctionView } from './correction-view.js';
import type { AttachmentView, DraftList, DraftView, MovedView } from './draft.dto.js';
import { onceKeyPages } from './once.queries.js';
import { ReferableApplications } from './referable-applications.js';
import { isBehind, type MovedRecord } from './version-move.js';

/** An uploaded file within reach of a draft. `own` is false for one of an earlier submission. */
export interface AttachmentRow extends AttachmentView {
  readonly own: boolean;
}

export interface DraftRow {
  readonly id: string;
  readonly kind: 'application' | 'correction';
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly state: 'open' | 'submitted';
  readonly revision: number;
  readonly answers: Answers;
  readonly prefilled: Record<string, string>;
  readonly site_id: string | null;
  readonly copied_from: { readonly number: string; readonly submittedAt: string } | null;
  readonly saved_at: Date;
  readonly opens_at: Date | null;
  /** The office accepts nothing for the moment, and says so. */
  readonly paused_text: Bilingual | null;
  readonly closes_at: Date | null;
  readonly created_at: Date;
  readonly current_hash: string;
  readonly pinned_for: string | null;
  readonly moved: MovedRecord | null;
  readonly attachments: readonly AttachmentRow[];
  /** The application that it corrects, or that it became. */
  readonly application_id: string | null;
  readonly application_number: string | null;
  readonly application_state: WorkflowState | null;
  /** The database's clock. */
  readonly now: Date;
  /** A number for the application that an open draft may become. */
  readonly serial: number | null;
}

/** One round trip: the draft, its window, its files, and the number that it would have. */
const find = {
  name: 'draft_find',
  text: `
select d.id, d.kind, d.procedure_id, d.version_hash, d.state, d.revision, d.answers, d.prefilled, d.site_id,
  (select jsonb_build_object('number', number, 'submittedAt', submitted_at) from application
    where id = d.copied_from_id) as copied_from,
  d.saved_at,
  d.created_at, d.pinned_for, d.moved, p.current_hash, p.opens_at, p.closes_at, p.paused_text, clock_timestamp() as now,
  coalesce((
    select jsonb_agg(${attachmentJson} || jsonb_build_object('own', f.own) order by f.id)
    from (
      select *, true as own from attachment where draft_id = d.id
      union all
      select *, false from attachment
      where application_id = d.corrects_id and draft_id <> d.id
    ) f), '[]') as attachments,
  a.id as application_id, a.number as application_number,
  case when d.kind = 'correction' then a.state end as application_state,
  case when $3 and d.state = 'open' and d.kind = 'application'
    then nextval('application_number_seq')::int end as serial
from draft d
join procedure p on p.id = d.procedure_id
left join application a on a.id = d.corrects_id or (d.state = 'submitted' and a.draft_id = d.id)
where d.id = $1 and d.applicant_id = $2`,
};

@Injectable()
export class DraftsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly referable: ReferableApplications,
  ) {}

  /** Null when there is no such draft of this applicant. */
  async find(id: string, applicantId: string): Promise<DraftRow | null> {
    const [row] = await runStatement<DraftRow>(this.dataSource, find, [id, applicantId, false]);
    return row ?? null;
  }

  /** As `find`, and takes a number for the application. */
  async findToSubmit(id: string, applicantId: string): Promise<DraftRow | null> {
    const [row] = await runStatement<DraftRow>(this.dataSource, find, [id, applicantId, true]);
    return row ?? null;
  }

  async view(id: string, me: ApplicantAsker, language: Language): Promise<DraftView | null> {
    const row = await this.find(id, me.id);
    if (!row) return null;
    const version = await this.library.version(row.version_hash);
    const { procedure } = inLanguage(version, language);
    const window = effectiveWindow(
      procedure.info.acceptanceWindow,
      {
        opensAt: row.opens_at,
        closesAt: row.closes_at,
      },
      row.now,
    );
    return {
      id: row.id,
      procedureId: row.procedure_id,
      procedureTitle: procedure.info.title,
      versionHash: row.version_hash,
      revision: row.revision,
      answers: row.answers,
      attachments: row.attachments.map(attachmentView),
      savedAt: row.saved_at.toISOString(),
      closesAt: window.closesAt,
      needsSignature: procedure.info.signIn === 'signature',
      graceEndsAt: submissionEndsAt(window, row.created_at),
      now: row.now.toISOString(),
      formChanged: row.state === 'open' && row.kind === 'application' && isBehind(row),
      moved: row.state === 'open' ? movedView(row.moved) : null,
      onceKeyPages: onceKeyPages(procedure),
      contact: { ...procedure.info.contact },
      correction: row.kind === 'correction' ? correctionView(procedure.form, row, language) : null,
      prefilled: row.prefilled,
      siteId: row.site_id,
      copiedFrom: row.copied_from && {
        number: row.copied_from.number,
        submittedAt: new Date(row.copied_from.submittedAt).toISOString(),
      },
      applications: row.state === 'open' ? await this.referable.of(me, version, row, language) : [],
      applicationId: row.state === 'submitted' ? row.application_id : null,
    };
  }

  async list(own: OwnRows, language: Language): Promise<DraftList> {
    const rows = await this.dataSource.query<ListRow[]>(
      `select id, procedure_id, version_hash, subject, kind, saved_at from draft
       where applicant_id = $1 and state = 'open' and ($2::text is null or procedure_id = $2)
         and ($3::uuid is null or corrects_id = $3)
       order by saved_at desc limit 100`,
      [own.applicantId, own.procedureId, own.applicationId],
    );
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    const titleOf = (hash: string) => {
      const version = versions.get(hash);
      return version && inLanguage(version, language).procedure.info.title;
    };
    return {
      drafts: rows.map((row) => ({
        id: row.id,
        procedureId: row.procedure_id,
        procedureTitle: titleOf(row.version_hash) ?? row.procedure_id,
        subject: row.subject,
        kind: row.kind,
        savedAt: row.saved_at.toISOString(),
      })),
    };
  }
}

interface ListRow {
  id: string;
  procedure_id: string;
  version_hash: string;
  subject: string | null;
  kind: 'application' | 'correction';
  saved_at: Date;
}

function movedView(moved: MovedRecord | null): MovedView | null {
  if (moved === null) return null;
  const { at, changes, results, ask, leftOver } = moved;
  return {
    at,
    changes: [...changes],
    results: [...results],
    ask: [...ask],
    leftOver: [...leftOver],
  };
}

/** Without what only the server needs to know of a row. */
export function attachmentView(row: AttachmentView & { readonly own?: boolean }): AttachmentView {
  const { own: _, ...view } = row;
  return view;
}
