import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Plan, type ProcedureFiles, readPlan } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { namesIn } from '../builder/draft-names.js';
import { readDraftFiles } from '../builder/draft-files.js';
import { lockDraft } from '../builder/locked-draft.js';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { checkFiles } from '../procedures/check-folder.js';
import { contentHash, versionHash } from '../procedures/version-hash.js';
import { MeasureImpact } from './measure-impact.js';
import { type InForce, PublicationsQueries } from './publications.queries.js';
import type { AskRequest } from './publishing.dto.js';
import { publishable } from './runnable.js';

@Injectable()
export class AskPublication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: PublicationsQueries,
    private readonly impact: MeasureImpact,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Asks for the draft to be published, as it is now: whoever agrees agrees to this content. Refused with any problem
   * and with any example that does not come out as it says.
   */
  async run(me: StaffAsker, draftId: string, request: AskRequest): Promise<Outcome<string>> {
    const draft = await lockDraft(this.dataSource, me, draftId);
    if (!draft) return refuse('not-found');
    const prepared = await this.prepare(draft.procedure_id, draftId, request);
    if (!prepared.ok) return prepared;
    const { files, base, title } = prepared.value;
    return this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
      const now = await lockDraft(tx, me, draftId);
      if (!now) return refuse('not-found');
      if (now.revision !== request.revision || now.revision !== draft.revision)
        return refuse('publication-void');
      const [moment] = await tx.query<[{ past: boolean; open: boolean }]>(
        `select $1::timestamptz is not null and $1::timestamptz <= clock_timestamp() as past,
           exists (select from publication_request where draft_id = $2 and state in ('asked', 'planned')) as open`,
        [request.startsAt, draftId],
      );
      if (moment.open) return refuse('publication-open');
      if (moment.past) return refuse('plan-in-the-past');
      const id = newId();
      const hash = versionHash(files);
      await tx.query(
        `insert into publication_request (id, procedure_id, draft_id, title, hash, files, base_hash, asked_by, asked_at,
           written_by, note, needed, state, starts_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9, $10, $11, 'asked', $12)`,
        [
          id,
          draft.procedure_id,
          draftId,
          title,
          hash,
          JSON.stringify(files),
          base?.hash ?? null,
          me.id,
          now.changed_by,
          request.note.trim(),
          this.config.publishApprovals,
          request.startsAt,
        ],
      );
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'publication.ask',
        subject: { kind: 'publication', id },
        before: base?.hash ?? null,
        after: hash,
        detail: { procedure: draft.procedure_id, draft: draftId, startsAt: request.startsAt },
      });
      return done(id);
    });
  }

  private async prepare(
    procedureId: string,
    draftId: string,
    { choices, applications = 'pin' }: AskRequest,
  ): Promise<
    Outcome<{ readonly files: ProcedureFiles; readonly base: InForce | null; readonly title: string }>
  > {
    const written = await readDraftFiles(this.dataSource, draftId);
    const names = namesIn(written);
    const problems = await problemsOf(written);
    if (problems > 0) return refuse('draft-has-problems', { params: { count: problems } });
    // The folder says which procedure it is, and a draft is published under no other.
    if (names?.id !== procedureId) return refuse('draft-id-taken', { params: { id: names?.id ?? '' } });
    const files = await publishable(written);
    const base = await this.queries.inForce(procedureId);
    if (base && contentHash(base.files) === contentHash(files)) return refuse('nothing-to-publish');
    const title = names.title ?? procedureId;
    if (!base || hasPlan(files)) return done({ files, base, title });
    const plan = await this.impact.plan(
      { publishedHash: base.hash, before: base.files, after: files },
      choices,
      applications,
    );
    return done({ files: plan ? withPlan(files, plan, base.number) : files, base, title });
  }
}

async function problemsOf(files: ProcedureFiles): Promise<number> {
  const report = await checkFiles(files);
  // Types are made anew for what is published.
  return report.problems.filter(({ code }) => code !== 'types-outdated').length;
}

/** One that was written for this very content, by hand or by the command line, counts. */
function hasPlan(files: ProcedureFiles): boolean {
  return Object.keys(files).some((path) => path.startsWith('migrations/'));
}

function withPlan(files: ProcedureFiles, plan: Plan, from: number): ProcedureFiles {
  const path = `migrations/${from + 1}.json`;
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  const read = readPlan(path, text);
  if (!read.ok) throw new Error(`A plan of ours cannot be read: ${read.problems[0]?.code ?? ''}`);
  return { ...files, [path]: text };
}
