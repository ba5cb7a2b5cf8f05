import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  civilDateInJapan,
  copyAnswers,
  type Form,
  prefillAnswers,
  type PrefilledAnswer,
  questionsFrom,
} from '#engine';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { type CurrentProcedure, ProceduresQueries } from '../procedures/procedures.queries.js';
import { refuseOutsideWindow, refusePaused } from '../procedures/refuse-outside-window.js';
import type { SavedSiteView } from '../sites/site.dto.js';
import { SitesQueries } from '../sites/sites.queries.js';
import { draftSubject } from './draft-subject.js';
import { copiesOf, type FormerApplication, FormerApplications } from './former-applications.js';
import { isOncePerPerson } from './once.queries.js';

export interface StartWishes {
  /** The saved site that it is for; null for one that is not saved, undefined for the one last used. */
  readonly siteId?: string | null | undefined;
  /** An own application of the same procedure to begin with. */
  readonly fromApplicationId?: string | undefined;
  /** An agent begins it: the saved sites are none of theirs. */
  readonly withoutSites?: boolean;
  /** A further draft beside one that is open. */
  readonly another: boolean;
}

export interface StartedDraft {
  readonly draftId: string;
  /** False when it was there already. */
  readonly isNew: boolean;
}

@Injectable()
export class StartDraft {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
    private readonly sites: SitesQueries,
    private readonly former: FormerApplications,
  ) {}

  /**
   * A draft of the version in force, filled with what the account knows; or the one that is open already, also after
   * the window has closed.
   */
  async run(
    applicantId: string,
    procedureId: string,
    { siteId, another, fromApplicationId, withoutSites = false }: StartWishes,
  ): Promise<Outcome<StartedDraft>> {
    const current = await this.procedures.current(procedureId);
    if (!current) return refuse('not-found');
    const former = fromApplicationId
      ? await this.former.find(applicantId, procedureId, fromApplicationId)
      : null;
    if (fromApplicationId && !former) return refuse('not-found');
    const wanted = siteId === undefined && former ? former.siteId : siteId;
    const { form } = current.version.procedure;
    const site = await this.siteFor(applicantId, form, withoutSites ? null : wanted);
    if (!site.ok) return site;
    return this.dataSource.transaction(async (tx) => {
      // Two starts at the same moment are one after the other, so that the second finds the first.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('draft ' || $1 || $2, 0))`, [
        applicantId,
        procedureId,
      ]);
      const [open] = await tx.query<{ id: string }[]>(
        `select id from draft where applicant_id = $1 and procedure_id = $2 and state = 'open'
         and kind = 'application' and ($3 or site_id is not distinct from $4) order by saved_at desc limit 1`,
        [applicantId, procedureId, wanted === undefined || withoutSites, wanted ?? null],
      );
      if (open && !another) return done({ draftId: open.id, isNew: false });
      if (open && isOncePerPerson(current.version.procedure)) return refuse('one-draft-only');
      return this.begin(tx, applicantId, current, site.value, former);
    });
  }

  private async begin(
    tx: EntityManager,
    applicantId: string,
    current: CurrentProcedure,
    site: SavedSiteView | null,
    former: FormerApplication | null,
  ): Promise<Outcome<StartedDraft>> {
    const closed = refusePaused(current.paused) ?? refuseOutsideWindow(current.window, current.now);
    if (closed) return closed;
    const [account] = await tx.query<{ profile: Record<string, unknown> }[]>(
      `select a.profile || jsonb_strip_nulls(jsonb_build_object('mail', c.mail)) as profile
       from applicant a left join account c on c.id = a.account_id where a.id = $1`,
      [applicantId],
    );
    const { procedure, hash } = current.version;
    const sources = { profile: account?.profile ?? {}, ...(site ? { site: site.data } : {}) };
    const id = newId();
    const files = copiesOf(procedure.form, former);
    const copied = copyAnswers(procedure.form, former?.answers ?? {}, files);
    const { answers, filled } = prefillAnswers(
      procedure.form,
      { ...sources, ...(former ? { previous: former.answers } : {}) },
      copied.answers,
    );
    await tx.query(
      `with used as (
         update site set last_used_at = now() where id = $8 and applicant_id = $2
       )
       insert into draft (id, applicant_id, procedure_id, version_hash, kind, answers, prefilled, subject, site_id,
         copied_from_id)
       values ($1, $2, $3, $4, 'application', $5, $6, $7, $8, $9)`,
      [
        id,
        applicantId,
        procedure.info.id,
        hash,
        JSON.stringify(answers),
        JSON.stringify({
          ...Object.fromEntries(copied.paths.map((path) => [path, `previous.${path}`])),
          ...sourcesOf(filled),
        }),
        draftSubject(procedure, answers, civilDateInJapan(current.now.toISOString())),
        site?.id ?? null,
        former?.id ?? null,
      ],
    );
    if (former) await this.former.copyFiles(tx, former, id, files);
    return done({ draftId: id, isNew: true });
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
