import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { civilDateInJapan } from '#engine';
import { hashPassword } from '../access/password.js';
import type { FromBrowser } from '../access/session-cookie.js';
import { Sessions } from '../access/sessions.js';
import { recordAudit } from '../audit/record-audit.js';
import { uniqueRuleOf } from '../database/failure.js';
import { newId } from '../database/id.js';
import type { Language } from '../http/language.js';
import { done, orRefuse, type Outcome, refuse } from '../http/refusal.js';
import { judgeNewPassword, judgeProfile } from './judge-profile.js';
import { oweAccountMail } from './owe-code.js';
import type { ProfileEntry } from './registration.dto.js';
import { MailProofs, type OpenProof } from './mail-proofs.queries.js';

/** Whoever comes from an outside provider signs in there, without a password of ours. */
export interface SentBy {
  readonly kind: ProfileEntry['kind'];
  /** What the provider vouches for: it is kept as it says, whatever was typed. */
  readonly proven: Readonly<Record<string, string>>;
  /** Makes the identity a way into the account. */
  keep(tx: EntityManager, accountId: string): Promise<Outcome<null>>;
}

interface Ready {
  readonly registration: OpenProof;
  readonly entry: ProfileEntry;
  readonly profile: Readonly<Record<string, string>>;
}

@Injectable()
export class CompleteRegistration {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofs: MailProofs,
    private readonly sessions: Sessions,
  ) {}

  /** Everything that is wrong with the entry, before anything is made of it. */
  async judge(
    registrationId: Buffer | null,
    typed: ProfileEntry,
    sentBy: SentBy | null = null,
  ): Promise<Outcome<Ready>> {
    const registration = await this.proofs.find(registrationId, 'registration');
    if (!registration) return refuse('registration-not-begun');
    if (!registration.confirmed) return refuse('mail-not-confirmed');
    const today = civilDateInJapan(new Date().toISOString());
    const entry = sentBy && Object.keys(sentBy.proven).length > 0 ? asProven(typed, sentBy) : typed;
    const judged = judgeProfile(entry.kind, entry, today);
    const weak = sentBy === null ? judgeNewPassword(entry, registration.mail) : [];
    if (!judged.ok || weak.length > 0) {
      return refuse('answers-invalid', { problems: [...(judged.ok ? [] : judged.problems), ...weak] });
    }
    return done({ registration, entry, profile: judged.profile });
  }

  /**
   * Makes the account, owes the mail that says so, and signs in. The registration is used up by it.
   * @returns the new session's token
   */
  async run(
    registrationId: Buffer | null,
    typed: ProfileEntry,
    askedFrom: string,
    language: Language,
    browser: FromBrowser,
    sentBy: SentBy | null = null,
  ): Promise<Outcome<string>> {
    const ready = await this.judge(registrationId, typed, sentBy);
    if (!ready.ok) return ready;
    const made = await this.makeAccount(ready.value, askedFrom, language, sentBy);
    return made.ok ? done(await this.sessions.open('applicant', made.value, browser)) : made;
  }

  private async makeAccount(
    { registration, entry, profile }: Ready,
    askedFrom: string,
    language: Language,
    sentBy: SentBy | null,
  ): Promise<Outcome<string>> {
    const id = newId();
    const passwordHash = sentBy === null ? await hashPassword(entry.password) : null;
    const { mail } = registration;
    try {
      return await this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
        const rows = await tx.query<{ id: string }[]>(
          `insert into account (id, mail, mail_key, password_hash, terms_version, terms_agreed_at, wants_news, language)
           select $2, p.mail, p.mail_key, $3, p.terms_version, p.terms_agreed_at, $4, $5
           from mail_proof p where p.id = $1 and p.purpose = 'registration' and p.confirmed_at is not null for update
           returning id`,
          [registration.id, id, passwordHash, entry.wantsNews, language],
        );
        if (rows.length === 0) return refuse('registration-not-begun');
        await tx.query(
          `insert into applicant (id, account_id, kind, name, profile) values ($1, $2, $3, $4, $5)`,
          [newId(), id, entry.kind, profile.name, JSON.stringify(profile)],
        );
        // Thrown, so that the account is not made either.
        if (sentBy) orRefuse(await sentBy.keep(tx, id));
        await tx.query('delete from mail_proof where id = $1', [registration.id]);
        await recordAudit(tx, {
          actor: { kind: 'account', id },
          action: 'account.register',
          subject: { kind: 'account', id },
          detail: { as: entry.kind, outside: sentBy !== null },
        });
        await oweAccountMail(tx, 'registered', { proofId: null, mail, askedFrom, language });
        return done(id);
      });
    } catch (error) {
      // Registered meanwhile, in another window or by a double click. Only who read its mail comes this far.
      if (uniqueRuleOf(error) === 'account_mail_key_key') return refuse('mail-already-registered');
      throw error;
    }
  }
}

function asProven(typed: ProfileEntry, { kind, proven }: SentBy): ProfileEntry {
  return { ...typed, ...proven, kind };
}
