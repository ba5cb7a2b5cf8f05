import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan, type Form, prefillAnswers, type PrefilledAnswer, questionsFrom } from '#engine';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { refuseOutsideWindow } from '../procedures/refuse-outside-window.js';
import type { SavedSiteView } from '../sites/site.dto.js';
import { SitesQueries } from '../sites/sites.queries.js';
import { draftSubject } from './draft-subject.js';

@Injectable()
export class StartDraft {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
    private readonly sites: SitesQueries,
  ) {}

  /**
   * A draft of the version in force, filled with what the account knows. Gives its id.
   *
   * @param siteId the saved site that it is for; null for one that is not saved, undefined for the one last used
   */
  async run(applicantId: string, procedureId: string, siteId?: string | null): Promise<Outcome<string>> {
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
    const site = await this.siteFor(applicantId, procedure.form, siteId);
    if (!site.ok) return site;
    const sources = {
      profile: account?.profile ?? {},
      ...(site.value ? { site: site.value.data } : {}),
    };
    const { answers, filled } = prefillAnswers(procedure.form, sources);
    const id = newId();
    await this.dataSource.query(
      `with used as (
         update site set last_used_at = now() where id = $8 and applicant_id = $2
       )
       insert into draft (id, applicant_id, procedure_id, version_hash, kind, answers, prefilled, subject, site_id)
       values ($1, $2, $3, $4, 'application', $5, $6, $7, $8)`,
      [
        id,
        applicantId,
        procedureId,
        hash,
        JSON.stringify(answers),
        JSON.stringify(sourcesOf(filled)),
        draftSubject(procedure, answers, civilDateInJapan(current.now.toISOString())),
        site.value?.id ?? null,
      ],
    );
    return done(id);
  }

  /** Null where the form asks about no site, or for one that is not saved. */
  private async siteFor(
    applicantId: string,
    form: Form,
    siteId: string | null | undefined,
  ): Promise<Outcome<SavedSiteView | null>> {
    if (siteId === null || questionsFrom(form, 'site').length === 0) return done(null);
    if (siteId === undefined) return done(await this.sites.lastUsed(applicantId));
    const site = await this.sites.find(applicantId, siteId);
    return site ? done(site) : refuse('not-found');
  }
}

/** Field path → where its first value came from, for the fields that got one. */
function sourcesOf(filled: readonly PrefilledAnswer[]): Record<string, string> {
  return Object.fromEntries(
    filled.flatMap(({ path, source }) => (source === null ? [] : [[path, source] as const])),
  );
}
