import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan, prefillAnswers, type PrefilledAnswer } from '#engine';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { refuseOutsideWindow } from '../procedures/refuse-outside-window.js';
import { draftSubject } from './draft-subject.js';

@Injectable()
export class StartDraft {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  /** A draft of the version in force, filled with what the account knows. Gives its id. */
  async run(applicantId: string, procedureId: string): Promise<Outcome<string>> {
    const current = await this.procedures.current(procedureId);
    if (!current) return refuse('not-found');
    const closed = refuseOutsideWindow(current.window, current.now);
    if (closed) return closed;
    const [account] = await this.dataSource.query<{ profile: Record<string, unknown> }[]>(
      `select a.profile || jsonb_strip_nulls(jsonb_build_object('mail', c.mail)) as profile
       from applicant a left join account c on c.id = a.account_id where a.id = $1`,
      [applicantId],
    );
    const { procedure, hash } = current.version;
    const profile = account?.profile ?? {};
    const { site } = profile;
    const sources = { profile, ...(isObject(site) ? { site } : {}) };
    const { answers, filled } = prefillAnswers(procedure.form, sources);
    const id = newId();
    await this.dataSource.query(
      `insert into draft (id, applicant_id, procedure_id, version_hash, kind, answers, prefilled, subject)
       values ($1, $2, $3, $4, 'application', $5, $6, $7)`,
      [
        id,
        applicantId,
        procedureId,
        hash,
        JSON.stringify(answers),
        JSON.stringify(sourcesOf(filled)),
        draftSubject(procedure, answers, civilDateInJapan(current.now.toISOString())),
      ],
    );
    return done(id);
  }
}

/** Field path → where its first value came from, for the fields that got one. */
function sourcesOf(filled: readonly PrefilledAnswer[]): Record<string, string> {
  return Object.fromEntries(
    filled.flatMap(({ path, source }) => (source === null ? [] : [[path, source] as const])),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
