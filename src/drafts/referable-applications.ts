import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type AnswerContext,
  type Answers,
  applicationsAsSubmitted,
  civilDateInJapan,
  factsWanted,
  type Form,
} from '#engine';
import { type ApplicantAsker, ownRows } from '../access/asker.js';
import { stageNamed } from '../applications/stage-columns.js';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { type CompiledVersion, ProcedureLibrary } from '../procedures/procedure-library.js';
import type { ReferableApplication } from './draft.dto.js';
import type { DraftRow } from './drafts.queries.js';

/** Own applications that are offered and found; somebody with more of one procedure types the number. */
const mostOffered = 500;

interface Row {
  readonly number: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly stage: string;
  readonly subject: string;
  readonly submitted_at: Date;
  readonly closed_at: Date | null;
  /** Dotted path in its answers → what stands there. */
  readonly taken: Readonly<Record<string, unknown>> | null;
}

/** The applications that answers of a draft may refer to (`x-application`): the applicant's own, and nobody else's. */
@Injectable()
export class ReferableApplications {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * The latest first; none where the form refers to none. An agent reaches those that their mandate covers.
   *
   * In a correction an application that was referred to before stands as it stood at the submission.
   */
  async of(
    me: ApplicantAsker,
    { procedure: { form } }: CompiledVersion,
    draft: Pick<DraftRow, 'kind' | 'application_id'>,
    language: Language,
  ): Promise<ReferableApplication[]> {
    const wanted = factsWanted(form);
    if (wanted.size === 0) return [];
    const own = ownRows(me);
    const paths = [...wanted.values()].flatMap((facts) => [...facts]).flatMap(answerPath);
    const rows = await this.dataSource.query<Row[]>(
      `select a.number, a.procedure_id, a.version_hash, a.stage, a.subject, a.submitted_at, a.closed_at,
         (select jsonb_object_agg(path, s.answers #> string_to_array(path, '.'))
          from unnest($5::text[]) as path) as taken
       from application a join submission s on s.application_id = a.id and s.n = a.submission_count
       where a.applicant_id = $1 and a.procedure_id = any($2) and ($3::text is null or a.procedure_id = $3)
         and ($4::uuid is null or a.id = $4) and a.id is distinct from $6
       order by a.submitted_at desc, a.id desc limit $7`,
      [
        own.applicantId,
        [...wanted.keys()],
        own.procedureId,
        own.applicationId,
        paths,
        draft.application_id,
        mostOffered,
      ],
    );
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    const offered = rows.flatMap((row) => {
      const version = versions.get(row.version_hash);
      return version
        ? [viewOf(row, inLanguage(version, language), wanted.get(row.procedure_id) ?? new Set())]
        : [];
    });
    const asSubmitted = draft.kind === 'correction' ? await this.asSubmitted(form, draft.application_id) : {};
    return offered.map((one) => ({ ...one, ...asSubmitted[one.number] }));
  }

  /** As an evaluation reads them. */
  async known(
    me: ApplicantAsker,
    version: CompiledVersion,
    draft: Pick<DraftRow, 'kind' | 'application_id'>,
  ): Promise<NonNullable<AnswerContext['applications']>> {
    const applications = await this.of(me, version, draft, 'ja');
    return Object.fromEntries(
      applications.map(({ number, procedureId, status, facts }) => [
        number,
        { procedure: procedureId, status, facts },
      ]),
    );
  }

  private async asSubmitted(form: Form, applicationId: string | null) {
    const [row] = await this.dataSource.query<{ answers: Answers }[]>(
      `select s.answers from application a
       join submission s on s.application_id = a.id and s.n = a.submission_count where a.id = $1`,
      [applicationId],
    );
    const known = applicationsAsSubmitted(form, row?.answers ?? {});
    return Object.fromEntries(
      Object.entries(known).map(([number, { procedure, status, facts }]) => [
        number,
        { procedureId: procedure, status, facts },
      ]),
    );
  }
}

function viewOf(
  row: Row,
  { procedure: { info, workflow } }: CompiledVersion,
  wanted: ReadonlySet<string>,
): ReferableApplication {
  const stage = stageNamed(workflow.stages, row.stage);
  const submittedAt = row.submitted_at.toISOString();
  const status = stage.outcome ?? 'open';
  const own: Readonly<Record<string, unknown>> = {
    subject: row.subject,
    status,
    submitted_on: civilDateInJapan(submittedAt),
    closed_on: row.closed_at && civilDateInJapan(row.closed_at.toISOString()),
  };
  const facts = [...wanted].map((fact) => {
    const [path] = answerPath(fact);
    return [fact, (path === undefined ? own[fact] : row.taken?.[path]) ?? null] as const;
  });
  return {
    number: row.number,
    procedureId: row.procedure_id,
    procedureTitle: info.title,
    subject: row.subject,
    submittedAt,
    status,
    statusLabel: stage.publicStatus.label,
    facts: Object.fromEntries(facts),
  };
}

/** `answers.store.name` → `store.name`; nothing for what is no answer. */
function answerPath(fact: string): string[] {
  return fact.startsWith('answers.') ? [fact.slice('answers.'.length)] : [];
}
