import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ConsentRow, noticeConsentOf, noticeWords } from '../deliveries/notice-consent.js';
import type { AccountView, ClosingView } from './account.dto.js';
import { profileFieldsOf } from './judge-profile.js';
import { MailProofs } from './mail-proofs.queries.js';

interface AccountRow extends ConsentRow {
  readonly mail: string;
  readonly has_password: boolean;
  readonly wants_news: boolean;
  readonly language: AccountView['language'];
  readonly trouble: AccountView['mailTrouble'];
  readonly applicants: readonly {
    readonly id: string;
    readonly kind: 'individual' | 'business';
    readonly profile: Readonly<Record<string, unknown>>;
  }[];
}

@Injectable()
export class AccountsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofs: MailProofs,
  ) {}

  async find(accountId: string): Promise<AccountView | null> {
    const [row] = await this.dataSource.query<AccountRow[]>(
      `select c.mail, c.password_hash is not null as has_password, c.wants_news, c.language, c.terms_version,
         c.terms_agreed_at, c.notices_by, c.notices_chosen_at, c.notices_words,
         (select jsonb_build_object('kind', t.kind, 'since', t.since) from mail_trouble t
          where t.recipient_key = lower(c.mail)) as trouble,
         coalesce((
           select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind,
             'profile', a.profile || jsonb_build_object('name', a.name)) order by a.kind desc)
           from applicant a where a.account_id = c.id), '[]') as applicants
       from account c where c.id = $1`,
      [accountId],
    );
    if (!row) return null;
    const change = await this.proofs.findChange(accountId);
    return {
      mail: row.mail,
      hasPassword: row.has_password,
      wantsNews: row.wants_news,
      language: row.language,
      notices: { ...noticeConsentOf(row), wordsNow: noticeWords },
      mailTrouble: row.trouble && { ...row.trouble, since: new Date(row.trouble.since).toISOString() },
      termsVersion: row.terms_version,
      mailChange: change && { mail: change.mail },
      applicants: row.applicants.map(({ id, kind, profile }) => ({
        id,
        kind,
        profile: Object.fromEntries(
          profileFieldsOf(kind).flatMap((field) => {
            const value = profile[field];
            return typeof value === 'string' && value !== '' ? [[field, value]] : [];
          }),
        ),
      })),
    };
  }

  async closing(accountId: string): Promise<ClosingView> {
    const [row] = await this.dataSource.query<ClosingView[]>(
      `with mine as (select id from applicant where account_id = $1)
       select coalesce((
           select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'subject', p.subject,
             'applicantId', p.applicant_id) order by p.submitted_at desc)
           from application p where p.open and p.applicant_id in (select id from mine)), '[]') as open,
         (select count(*)::int from draft where state = 'open' and applicant_id in (select id from mine)) as drafts,
         (select count(*)::int from application where not open and applicant_id in (select id from mine)) as kept`,
      [accountId],
    );
    return row ?? { open: [], drafts: 0, kept: 0 };
  }
}
