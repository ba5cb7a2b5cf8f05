import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Answers,
  type ConcealedAnswer,
  concealAnswers,
  fieldPathAt,
  type Procedure,
  resolvePointer,
  stablePointer,
} from '#engine';
import { rolesToActIn, type StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { attachmentJson } from '../drafts/attachment.entity.js';
import type { AttachmentView } from '../drafts/draft.dto.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { viewerOf } from './viewer.js';

interface OpenableRow {
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly stage: string;
  readonly answers: Answers;
  readonly answers_before: Answers | null;
}

export interface OpenedAnswer {
  readonly path: string;
  readonly value: unknown;
  /** What stood there before the latest correction; null where there was none. */
  readonly before: unknown;
}

@Injectable()
export class OpenAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Shows one masked answer. That it was opened, and by whom, stands in the records before it is shown. */
  async one(
    staff: StaffAsker,
    id: string,
    path: string,
  ): Promise<Outcome<OpenedAnswer & { attachments: AttachmentView[] }>> {
    const opened = await this.open(staff, id, ({ row, procedure, concealed }) => {
      const place = resolvePointer(procedure.form, row.answers, path);
      const found = concealed.find((answer) => answer.path === place?.pointer);
      if (found?.see === 'hidden') return refuse('answer-hidden');
      if (!found) return refuse('request-invalid', { params: { field: 'path' } });
      const lasting = stablePointer(row.answers, found.path);
      const was = row.answers_before && resolvePointer(procedure.form, row.answers_before, lasting);
      return done({
        opened: [found],
        value: {
          path: found.path,
          value: place?.value,
          before: was?.value ?? null,
        },
      });
    });
    if (!opened.ok) return opened;
    return done({ ...opened.value, attachments: await this.filesNamedBy(id, opened.value.value) });
  }

  /** Before something is shown that holds all answers: a paper, the signed bytes. Refused where one of them is hidden. */
  async all(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.open(staff, id, ({ concealed }) =>
      concealed.some(({ see }) => see === 'hidden')
        ? refuse('answer-hidden')
        : done({ opened: concealed, value: null }),
    );
  }

  private async filesNamedBy(id: string, value: unknown): Promise<AttachmentView[]> {
    const ids = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    if (ids.length === 0) return [];
    const rows = await this.dataSource.query<{ file: AttachmentView }[]>(
      `select ${attachmentJson} as file from attachment f
       where f.application_id = $1 and f.id::text = any($2) order by f.id`,
      [id, ids],
    );
    return rows.map(({ file }) => file);
  }

  private async open<Value>(
    staff: StaffAsker,
    id: string,
    choose: (found: {
      readonly row: OpenableRow;
      readonly procedure: Procedure;
      readonly concealed: readonly ConcealedAnswer[];
    }) => Outcome<{ readonly opened: readonly ConcealedAnswer[]; readonly value: Value }>,
  ): Promise<Outcome<Value>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<Value>> => {
      const [row] = await tx.query<OpenableRow[]>(
        `select a.procedure_id, a.version_hash, a.stage, s.answers, b.answers as answers_before
         from application a
         join submission s on s.application_id = a.id and s.n = a.submission_count
         left join submission b on b.application_id = a.id and b.n = a.submission_count - 1
         where a.id = $1 and a.procedure_id = any($2)`,
        [id, Object.keys(staff.roles)],
      );
      if (!row) return refuse('not-found');
      const { procedure } = await this.library.version(row.version_hash);
      const viewer = viewerOf(staff, procedure, row.stage);
      const { concealed } = concealAnswers(procedure, viewer, row.answers);
      const chosen = choose({ row, procedure, concealed });
      if (!chosen.ok) return chosen;
      const { opened, value } = chosen.value;
      if (opened.length > 0) await record(tx, staff, { id, procedure_id: row.procedure_id }, opened);
      return done(value);
    });
  }
}

async function record(
  tx: EntityManager,
  staff: StaffAsker,
  application: { readonly id: string; readonly procedure_id: string },
  opened: readonly ConcealedAnswer[],
): Promise<void> {
  const fields = [...new Set(opened.map(({ path }) => fieldPathAt(path)))];
  await tx.query(
    `insert into reading (application_id, staff_id, day, department, roles, first_at, last_at, opened)
     values ($1, $2, (now() at time zone 'Asia/Tokyo')::date, $3, $4, now(), now(), $5)
     on conflict (application_id, day, staff_id) do update set last_at = now(),
       opened = (select array_agg(distinct path order by path) from unnest(reading.opened || excluded.opened) path)`,
    [application.id, staff.id, staff.department, rolesToActIn(staff, application.procedure_id), fields],
  );
  await recordAudit(tx, {
    actor: auditActorOf(staff),
    action: 'application.open-answers',
    subject: { kind: 'application', id: application.id },
    detail: { fields },
  });
}
