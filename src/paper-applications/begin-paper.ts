import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { civilDateInJapan, FORMATS, prefillAnswers, sameName } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { problem } from '../accounts/judge-profile.js';
import { mailKeyOf } from '../accounts/owe-code.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import { draftSubject } from '../drafts/draft-subject.js';
import type { FieldProblem } from '../http/problem.dto.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { refuseOutsideWindow } from '../procedures/refuse-outside-window.js';
import { judgeArrivalDay, momentOfArrival } from './arrival-day.js';
import type { BeginPaperRequest, PaperApplicant } from './paper.dto.js';
import { receivesPaper } from './paper-reach.js';
import { paperSentences } from './paper-sentences.js';

@Injectable()
export class BeginPaper {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  /**
   * Begins to key in an application that arrived on paper. The window is judged by the day of arrival; an account is
   * found by mail address and name together, and nothing else of it is told.
   *
   * @returns id of the draft
   */
  async run(staff: StaffAsker, request: BeginPaperRequest): Promise<Outcome<string>> {
    const current = await this.procedures.current(request.procedureId);
    if (!current || !receivesPaper(staff, current.version.procedure)) return refuse('not-found');
    const { procedure, hash } = current.version;
    const day = judgeArrivalDay(request.arrivedOn, current.now);
    if (!day.ok) return day;
    const { window } = current;
    const closed = refuseOutsideWindow(window, momentOfArrival(request.arrivedOn, current.now, window));
    if (closed) return closed;
    return this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
      const found = await this.applicant(tx, request.applicant);
      if (!found.ok) return found;
      const { applicantId, profile } = found.value;
      const { answers, filled } = prefillAnswers(procedure.form, { profile }, {});
      const id = newId();
      await tx.query(
        `with begun as (
           insert into draft (id, applicant_id, procedure_id, version_hash, kind, answers, prefilled, subject)
           values ($1, $2, $3, $4, 'application', $5, $6, $7) returning id
         )
         insert into paper_draft (draft_id, staff_id, arrived_on, brought) select id, $8, $9, $10 from begun`,
        [
          id,
          applicantId,
          procedure.info.id,
          hash,
          JSON.stringify(answers),
          JSON.stringify(
            Object.fromEntries(
              filled.flatMap(({ path, source }) => (source === null ? [] : [[path, source]])),
            ),
          ),
          draftSubject(procedure, answers, civilDateInJapan(current.now.toISOString())),
          staff.id,
          request.arrivedOn,
          request.brought,
        ],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'paper.begin',
        subject: { kind: 'draft', id },
        detail: {
          applicant: applicantId,
          arrivedOn: request.arrivedOn,
          byAccount: request.applicant.kind === 'account',
        },
      });
      return done(id);
    });
  }

  private async applicant(
    tx: EntityManager,
    given: PaperApplicant,
  ): Promise<Outcome<{ applicantId: string; profile: Readonly<Record<string, unknown>> }>> {
    if (given.kind === 'letters') {
      const judged = judgeAddressee(given);
      if (!judged.ok) return judged;
      const applicantId = newId();
      await tx.query(
        'insert into applicant (id, account_id, kind, name, profile) values ($1, null, $2, $3, $4)',
        [applicantId, given.as, judged.value['name'], JSON.stringify(judged.value)],
      );
      return done({ applicantId, profile: judged.value });
    }
    const rows = await tx.query<{ id: string; name: string; profile: Record<string, unknown> }[]>(
      `select a.id, a.name, a.profile || jsonb_build_object('mail', c.mail) as profile
       from account c join applicant a on a.account_id = c.id where c.mail_key = $1 order by a.created_at`,
      [mailKeyOf(given.mail.trim())],
    );
    const one = rows.find(({ name }) => sameName(name, given.name));
    if (!one)
      return refuse('answers-invalid', {
        problems: [problem('/mail', 'no-account', paperSentences.noAccount)],
      });
    return done({ applicantId: one.id, profile: one.profile });
  }
}

/** Letters need a name and a place to go to. */
function judgeAddressee(
  given: Extract<PaperApplicant, { kind: 'letters' }>,
): Outcome<Readonly<Record<string, string>>> {
  const problems: FieldProblem[] = [];
  const name = given.name.trim();
  const address = given.address.trim();
  if (name === '') problems.push(problem('/name', 'missing', paperSentences.nameMissing));
  if (address === '') problems.push(problem('/address', 'missing', paperSentences.addressMissing));
  const postal = codeOf('postal-jp', given.postal);
  const phone = codeOf('tel-jp', given.phone);
  if (postal === null) problems.push(problem('/postal', 'wrong-format', paperSentences.postalWrong));
  if (phone === null) problems.push(problem('/phone', 'wrong-format', paperSentences.phoneWrong));
  if (problems.length > 0 || postal === null || phone === null)
    return refuse('answers-invalid', { problems });
  return done({ name, address, ...(postal && { postal }), ...(phone && { phone }) });
}

/** In its usual form; empty where nothing was given, null where it is none. */
function codeOf(format: string, typed: string): string | null {
  const known = FORMATS[format];
  const text = typed.trim();
  if (text === '' || !known) return '';
  const value = known.normalize?.(text) ?? text;
  return known.pattern.test(value) && (known.verify?.(value) ?? true) ? value : null;
}
