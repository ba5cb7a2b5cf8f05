import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { lockMandate, oweMandateMail } from './owe-mandate-mail.js';

@Injectable()
export class AnswerInvitation {
  constructor(private readonly dataSource: DataSource) {}

  /** The one who was asked says yes, as whom they act now, or no. The principal gets a mail. */
  async run(
    me: ApplicantAsker,
    id: string,
    answer: 'accepted' | 'declined',
    askedFrom: string,
    language: Language,
  ): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const mandate = await lockMandate(tx, id, me.accountId, 'agent');
      if (!mandate) return refuse('not-found');
      if (mandate.state === answer) return done(null);
      const [, changed] = await tx.query<[unknown[], number]>(
        `update mandate set state = $2, agent_id = $3, agent_language = $4, answered_at = clock_timestamp()
         where id = $1 and state = 'invited' and ends_on >= (now() at time zone 'Asia/Tokyo')::date`,
        [id, answer, answer === 'accepted' ? me.id : null, language],
      );
      if (changed === 0) return refuse('mandate-over');
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: answer === 'accepted' ? 'mandate.accept' : 'mandate.decline',
        subject: { kind: 'mandate', id },
        detail: { agent: me.id },
      });
      await oweMandateMail(tx, `mandate-${answer}`, mandate, 'principal', askedFrom);
      return done(null);
    });
  }
}
