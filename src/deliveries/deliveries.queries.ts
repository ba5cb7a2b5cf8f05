import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { mayInOffice } from '../access/office-roles.js';
import { worksOn } from '../casework/case-reach.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { CaseDeliveries, DeliveriesView, DeliveryTaskView } from './delivery.dto.js';
import { maskedAddress } from './masked-address.js';
import { type ConsentRow, noticeConsentOf } from './notice-consent.js';

const most = 200;
const settledShown = 20;
const domainsShown = 15;

interface TaskRow {
  readonly id: string;
  readonly kind: DeliveryTaskView['kind'];
  readonly made_at: Date;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly applicant_name: string;
  readonly title: string | null;
  readonly recipient_key: string | null;
  readonly status: string | null;
  readonly may_again: boolean;
  readonly may_post: boolean;
  readonly settled_at: Date | null;
  readonly settled_by: string | null;
  readonly outcome: DeliveryTaskView['outcome'];
  readonly note: string | null;
}

const tasks = `
select t.id, t.kind, t.made_at, a.id as application_id, a.number, a.version_hash, a.applicant_name, n.title,
  t.recipient_key, t.settled_at, s.name as settled_by, t.outcome, t.note,
  (select m.status from mail_sending m where m.mail_id = t.notice_id and m.recipient_key = t.recipient_key) as status,
  n.kind = 'message' and l.id is not null as may_again,
  n.id is not null and (n.pdf_sha256 is not null or n.text is not null)
    and not exists (select from notice_by_post p where p.notice_id = n.id) as may_post
from delivery_task t
join application a on a.id = t.application_id
join applicant c on c.id = a.applicant_id
left join account l on l.id = c.account_id
left join notice n on n.id = t.notice_id
left join staff s on s.id = t.settled_by`;

interface CaseRow extends ConsentRow {
  readonly procedure_id: string;
  readonly mail: string | null;
  readonly trouble: { kind: 'bounced' | 'complained'; status: string | null; since: string } | null;
  readonly mails: readonly {
    id: string;
    source: CaseDeliveries['mails'][number]['source'];
    recipients: readonly {
      recipient: string;
      state: CaseDeliveries['mails'][number]['recipients'][number]['state'];
      status: string | null;
      at: string | null;
    }[];
  }[];
  readonly letters: CaseDeliveries['letters'];
}

/** A mail that has left has rows of its own; one that has not is queued, or was given up. */
const mailsOf = (table: string, where: string, recipient: string, source: string): string => `
select o.id, ${source} as source, o.created_at, coalesce(
  (select jsonb_agg(jsonb_build_object('recipient', m.recipient, 'state', m.state, 'status', m.status, 'at', m.changed_at)
     order by m.recipient) from mail_sending m where m.mail_id = o.id and o.state <> 'queued'),
  jsonb_build_array(jsonb_build_object('recipient', ${recipient}, 'at', null, 'status', o.last_error,
    'state', case o.state when 'queued' then 'queued' when 'sent' then 'sent' else 'failed' end))) as recipients
from ${table} where ${where}`;

@Injectable()
export class DeliveriesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Open tasks of the procedures that the official works on. */
  async open(staff: StaffAsker): Promise<number> {
    const [row] = await this.dataSource.query<[{ count: number }]>(
      `select count(*)::int as count from delivery_task t join application a on a.id = t.application_id
       where t.settled_at is null and a.procedure_id = any($1)`,
      [mine(staff)],
    );
    return row.count;
  }

  async view(staff: StaffAsker): Promise<DeliveriesView> {
    const procedures = mine(staff);
    const operates = mayInOffice(staff.officeRoles, 'operate');
    const [open, settled, counts, domains] = await Promise.all([
      this.tasks('t.settled_at is null', 't.made_at, t.id', most, procedures),
      this.tasks('t.settled_at is not null', 't.settled_at desc, t.id', settledShown, procedures),
      this.counts(operates ? null : procedures),
      operates ? this.domains() : [],
    ]);
    return { tasks: open, settled, counts, domains };
  }

  /** Null when it is no case that the official may look at. */
  async ofCase(id: string, staff: StaffAsker): Promise<(CaseDeliveries & { procedureId: string }) | null> {
    const [row] = await this.dataSource.query<CaseRow[]>(
      `select a.procedure_id, l.mail, l.notices_by, l.notices_chosen_at, l.notices_words,
         l.terms_version, l.terms_agreed_at,
         (select jsonb_build_object('kind', t.kind, 'status', t.status, 'since', t.since)
          from mail_trouble t where t.recipient_key = lower(l.mail)) as trouble,
         coalesce((select jsonb_agg(to_jsonb(o) - 'created_at' order by o.created_at desc, o.id) from (
           ${mailsOf('notice o', `o.application_id = $1 and o.kind = 'message'`, `coalesce(o.recipient_mail, l.mail, '')`, `'notice'`)}
           union all
           ${mailsOf('message_mail o join message g on g.id = o.message_id', 'g.application_id = $1', 'o.recipient', `'message_mail'`)}
           union all
           ${mailsOf('notice_reminder o join notice g on g.id = o.notice_id', 'g.application_id = $1', 'o.recipient', `case o.kind when 'revoked' then 'notice_revocation' else 'notice_reminder' end`)}
         ) o), '[]') as mails,
         coalesce((select jsonb_agg(jsonb_build_object('noticeId', p.notice_id, 'reason', p.reason,
             'handedOn', w.handed_on::text))
           from notice n join notice_by_post p on p.notice_id = n.id left join letter w on w.notice_id = n.id
           where n.application_id = a.id), '[]') as letters
       from application a join applicant c on c.id = a.applicant_id left join account l on l.id = c.account_id
       where a.id = $1 and a.procedure_id = any($2)`,
      [id, Object.keys(staff.roles)],
    );
    if (!row) return null;
    return {
      procedureId: row.procedure_id,
      consent: noticeConsentOf(row),
      trouble: row.trouble && { ...row.trouble, since: new Date(row.trouble.since).toISOString() },
      mails: row.mails.map(({ id: mailId, source, recipients }) => ({
        id: mailId,
        source,
        recipients: recipients.map((one) => ({
          ...one,
          recipient: maskedAddress(one.recipient),
          at: one.at === null ? null : new Date(one.at).toISOString(),
        })),
      })),
      letters: [...row.letters],
      tasks: await this.tasks(
        't.application_id = $2',
        't.settled_at desc nulls first, t.made_at',
        most,
        [row.procedure_id],
        id,
      ),
    };
  }

  private async tasks(
    where: string,
    order: string,
    limit: number,
    procedures: readonly string[],
    id?: string,
  ): Promise<DeliveryTaskView[]> {
    const rows = await this.dataSource.query<TaskRow[]>(
      `${tasks} where a.procedure_id = any($1) and ${where} order by ${order} limit ${limit}`,
      id === undefined ? [procedures] : [procedures, id],
    );
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      madeAt: row.made_at.toISOString(),
      applicationId: row.application_id,
      number: row.number,
      procedureTitle: versions.get(row.version_hash)?.procedure.info.title ?? '',
      applicantName: row.applicant_name,
      title: row.title,
      recipient: row.recipient_key === null ? null : maskedAddress(row.recipient_key),
      status: row.status,
      mayAgain: row.may_again === true,
      mayPost: row.may_post,
      settledAt: row.settled_at?.toISOString() ?? null,
      settledBy: row.settled_by,
      outcome: row.outcome,
      note: row.note,
    }));
  }

  /** @param procedures null: of all, and of mails about accounts and news, too */
  private counts(procedures: readonly string[] | null): Promise<DeliveriesView['counts']> {
    return this.dataSource.query<DeliveriesView['counts']>(
      `select m.state, count(*)::int as count
       from mail_sending m left join application a on a.id = m.application_id
       where m.sent_at > now() - interval '30 days' and ($1::text[] is null or a.procedure_id = any($1))
       group by m.state
       union all
       select 'queued', count(*)::int from (
         select n.application_id from notice n where n.state = 'queued' and n.kind = 'message'
         union all select g.application_id from message_mail o join message g on g.id = o.message_id where o.state = 'queued'
       ) q join application a on a.id = q.application_id
       where $1::text[] is null or a.procedure_id = any($1)
       having count(*) > 0`,
      [procedures],
    );
  }

  private domains(): Promise<DeliveriesView['domains']> {
    return this.dataSource.query<DeliveriesView['domains']>(
      `select split_part(recipient_key, '@', 2) as domain, count(*)::int as sent,
         (count(*) filter (where state = 'delayed'))::int as delayed,
         (count(*) filter (where state = 'bounced'))::int as bounced,
         (count(*) filter (where state = 'complained'))::int as complained
       from mail_sending where sent_at > now() - interval '30 days'
       group by 1 order by count(*) filter (where state in ('delayed', 'bounced', 'complained')) desc, count(*) desc, 1 limit ${domainsShown}`,
    );
  }
}

/** Procedures that the official works on, and does not only look at. */
function mine(staff: StaffAsker): readonly string[] {
  return Object.keys(staff.roles).filter((procedureId) => worksOn(staff, procedureId));
}
