import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { civilDateInJapan } from '#engine';
import type { ApplicantAsker } from '../access/asker.js';
import { problem } from '../accounts/judge-profile.js';
import { mailKeyOf, oweAccountMail } from '../accounts/owe-code.js';
import { readMail } from '../accounts/read-mail.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import type { Language } from '../http/language.js';
import type { FieldProblem } from '../http/problem.dto.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { lastDayFrom } from './mandate-days.js';
import type { InviteAgentRequest } from './mandate.dto.js';

/** Invitations of one applicant in a day, and mails of this kind to one address in a day, whoever asks. */
const mostPerDay = 20;
const mostToOneAddress = 10;

const sentences = {
  day: {
    ja: '期限には、今日から1年以内の日付を入力してください。',
    en: 'Enter a date from today to one year from now.',
  },
  oneself: {
    ja: 'ご自分のメールアドレスです。代理人のメールアドレスを入力してください。',
    en: 'This is your own mail address. Enter that of your agent.',
  },
};

@Injectable()
export class InviteAgent {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  /** Asks whoever reads an address to act for the applicant. Says nothing about whether the address has an account. */
  async run(
    me: ApplicantAsker,
    request: InviteAgentRequest,
    askedFrom: string,
    language: Language,
  ): Promise<Outcome<null>> {
    const current = await this.procedures.current(request.procedureId);
    if (!current) return refuse('not-found');
    const { version, now } = current;
    if (!version.procedure.info.delegation) return refuse('delegation-not-allowed');
    const { mail, problems } = readMail(request.mail, request.mailAgain);
    const all = [...dayProblems(request.endsOn, civilDateInJapan(now.toISOString())), ...problems];
    if (mailKeyOf(mail) === mailKeyOf(me.mail)) all.push(problem('/mail', 'own', sentences.oneself));
    if (all.length > 0) return refuse('answers-invalid', { problems: all });
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      // Two of the same applicant, or to the same address, count each other.
      await tx.query('select 1 from applicant where id = $1 for update', [me.id]);
      await tx.query(`select pg_advisory_xact_lock(7285, hashtext($1))`, [mailKeyOf(mail)]);
      const refused = await this.standsAgainst(tx, me, request, mailKeyOf(mail));
      if (refused) return refused;
      const id = newId();
      await tx.query(
        `insert into mandate (id, principal_id, agent_mail, agent_key, procedure_id, application_id, titles, ends_on,
           language)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          me.id,
          mail,
          mailKeyOf(mail),
          request.procedureId,
          request.applicationId,
          JSON.stringify({
            ja: version.procedure.info.title,
            en: inLanguage(version, 'en').procedure.info.title,
          }),
          request.endsOn,
          language,
        ],
      );
      await oweAccountMail(tx, 'mandate-offered', {
        proofId: null,
        mandateId: id,
        mail,
        askedFrom,
        language,
      });
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'mandate.invite',
        subject: { kind: 'mandate', id },
        detail: {
          principal: me.id,
          procedure: request.procedureId,
          application: request.applicationId,
          endsOn: request.endsOn,
        },
      });
      return done(null);
    });
  }

  private async standsAgainst(
    tx: EntityManager,
    me: ApplicantAsker,
    { procedureId, applicationId }: InviteAgentRequest,
    agentKey: string,
  ): Promise<Outcome<null> | null> {
    const [found] = await tx.query<[{ there: boolean; twice: boolean; asked: number; told: number }]>(
      `select
         $2::uuid is null or exists (
           select from application where id = $2 and applicant_id = $1 and procedure_id = $3) as there,
         exists (select from mandate where principal_id = $1 and agent_key = $4 and procedure_id = $3
           and application_id is not distinct from $2 and state in ('invited', 'accepted')
           and ends_on >= (now() at time zone 'Asia/Tokyo')::date) as twice,
         (select count(*)::int from mandate
          where principal_id = $1 and invited_at > now() - interval '1 day') as asked,
         (select count(*)::int from account_mail where recipient_key = $4 and kind = 'mandate-offered'
            and created_at > now() - interval '1 day') as told`,
      [me.id, applicationId, procedureId, agentKey],
    );
    if (!found.there) return refuse('not-found');
    if (found.twice) return refuse('mandate-there');
    return found.asked >= mostPerDay || found.told >= mostToOneAddress ? refuse('too-many-mandates') : null;
  }
}

function dayProblems(endsOn: string, today: string): FieldProblem[] {
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(endsOn) &&
    !Number.isNaN(Date.parse(endsOn)) &&
    new Date(endsOn).toISOString().startsWith(endsOn);
  return isDay && endsOn >= today && endsOn <= lastDayFrom(today)
    ? []
    : [problem('/endsOn', 'wrong-day', sentences.day)];
}
