import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditRow, auditSql, recordAudit } from '../audit/record-audit.js';
import { CONFIG, type Config } from '../config/config.js';
import { runStatement } from '../database/statement.js';
import type { Bilingual } from '../http/refusal.js';
import type { ActingMandate, Asker, EnteringStep, LentRole } from './asker.js';
import { readOfficeRoles, rolesWith } from './office-roles.js';
import { type CodesRequiredOf, mustUseCodes } from './second-factor/codes-required.js';
import type { FromBrowser } from './session-cookie.js';
import { lentRolesOf, rightsOf, rolesOf } from './staff-rights.js';

interface SessionRow {
  kind: 'applicant' | 'staff';
  subject_id: string;
  account_id: string | null;
  name: string;
  mail: string | null;
  as: 'individual' | 'business' | null;
  guest_of: string | null;
  mandate: ActingMandate | null;
  department: string | null;
  department_en: string | null;
  office_roles: string[] | null;
  password_temporary: boolean | null;
  /** Codes are made for this account. */
  has_codes: boolean | null;
  code_proved: boolean;
  /** Of somebody who may look at everything. */
  every_procedure: string[] | null;
  roles: Record<string, string[]> | null;
  stands_in_for: readonly LentRole[] | null;
  stale: boolean;
}

/** A session as its owner sees it. */
export interface OwnSession {
  readonly handle: string;
  readonly user_agent: string | null;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly current: boolean;
}

/** Whose sessions: an applicant's account's, or an official's. */
export interface SessionOwner {
  readonly kind: Asker['kind'];
  /** Of the account, or of the official. */
  readonly id: string;
}

const columnOf: Readonly<Record<SessionOwner['kind'], string>> = {
  applicant: 'account_id',
  staff: 'staff_id',
};

/** As whom somebody can act. */
export interface Hat {
  readonly id: string;
  readonly name: string;
  readonly as: 'individual' | 'business';
  /** Applications that wait for a correction. */
  readonly waiting: number;
}

/** For whom an account may act as agent. */
export interface ActingChoice {
  readonly id: string;
  readonly principalName: string;
  readonly titles: Bilingual;
  /** Number of the one application that it is about. */
  readonly number: string | null;
  readonly endsOn: string;
}

/** A mandate `m` that holds now, of a principal `p` who still has their account `l`. The last day is one in Japan. */
const mandateHolds = `m.state = 'accepted' and m.ends_on >= (now() at time zone 'Asia/Tokyo')::date`;
const ofPrincipal = `join applicant p on p.id = m.principal_id
  join account l on l.id = p.account_id and l.disabled_at is null`;

/**
 * Disabled accounts fall out of the join: whoever is locked out is out at once. So do mandates that no longer hold:
 * their agents act for themselves again.
 */
const find = {
  name: 'session_find',
  text: `
select case when s.staff_id is null then 'applicant' else 'staff' end as kind,
       coalesce(f.id, s.applicant_id, s.staff_id) as subject_id,
       s.account_id, coalesce(f.name, a.name, t.name) as name, coalesce(f.mail, c.mail) as mail,
       coalesce(f.kind, a.kind) as "as", c.guest_of,
       d.full_ja as department, d.full_en as department_en, t.password_temporary, s.code_proved,
       exists (select from second_factor k where k.staff_id = t.id and k.secret is not null) as has_codes,
       o.roles as office_roles,
       case when o.roles && $4::text[] then (select array_agg(id) from procedure) end as every_procedure,
       case when f.id is not null then jsonb_build_object('id', s.mandate_id, 'procedureId', f.procedure_id,
         'applicationId', f.application_id, 'agentName', a.name, 'agentMail', c.mail) end as mandate,
       case when s.staff_id is not null then (${rolesOf('s.staff_id')}) end as roles,
       case when s.staff_id is not null then (${lentRolesOf('s.staff_id')}) end as stands_in_for,
       s.last_seen_at < now() - interval '1 minute' as stale
from session s
left join account c on c.id = s.account_id and c.disabled_at is null
left join applicant a on a.id = s.applicant_id and a.account_id = c.id
left join lateral (
  select p.id, p.name, p.kind, l.mail, m.procedure_id, m.application_id
  from mandate m ${ofPrincipal}
  where m.id = s.mandate_id and m.agent_id = a.id and ${mandateHolds}) f on true
left join staff t on t.id = s.staff_id and t.disabled_at is null
left join department d on d.id = t.department_id
left join lateral (
  select array_agg(role order by role) as roles from office_role_in_force where staff_id = t.id) o on true
where s.id = $1 and coalesce(a.id, t.id) is not null
  and s.last_seen_at > now() - $2::int * interval '1 millisecond'
  and s.created_at > now() - $3::int * interval '1 millisecond'`,
};

const lookers = rolesWith('read-applications');

const touch = {
  name: 'session_touch',
  text: `update session set last_seen_at = now() where id = $1`,
};

const begin: Readonly<Record<Asker['kind'], string>> = {
  applicant: `
insert into session (id, account_id, applicant_id, user_agent)
select $1, account_id, id, $3 from applicant where account_id = $2 order by worn_at desc, id limit 1`,
  staff: `insert into session (id, staff_id, user_agent) values ($1, $2, $3)`,
};

/** Sessions live in the database alone, so that signing out and locking out take effect at once, everywhere. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The asker of a living session, or null. Writes at most once a minute that the session was used. */
  async find(token: string): Promise<Asker | null> {
    const id = idOf(token);
    const { idleMs, maxMs } = this.config.session;
    const [row] = await runStatement<SessionRow>(this.dataSource, find, [id, idleMs, maxMs, lookers]);
    if (!row) return null;
    if (row.stale) await runStatement(this.dataSource, touch, [id]);
    return toAsker(row, this.config.codesRequiredOf);
  }

  /**
   * A new session with a token that never existed before, whatever the browser held. Ends the one it replaces.
   * @param subjectId of an account, which goes on as whom it acted last, or of an official
   */
  async open(kind: Asker['kind'], subjectId: string, { replaced, userAgent }: FromBrowser): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.dataSource.transaction(async (tx) => {
      if (replaced) await tx.query('delete from session where id = $1', [idOf(replaced)]);
      await tx.query(begin[kind], [idOf(token), subjectId, userAgent]);
      await tx.query(`delete from session where created_at < now() - $1::int * interval '1 millisecond'`, [
        this.config.session.maxMs,
      ]);
      const who = { kind: kind === 'staff' ? 'staff' : 'account', id: subjectId } as const;
      await recordAudit(tx, { actor: who, action: 'sign-in', subject: who });
    });
    return token;
  }

  async close(token: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const [[ended]] = await tx.query<[{ staff_id: string | null; account_id: string | null }[], number]>(
        'delete from session where id = $1 returning staff_id, account_id',
        [idOf(token)],
      );
      if (!ended) return;
      const kind = ended.staff_id === null ? 'account' : 'staff';
      const who = { kind, id: ended.staff_id ?? ended.account_id } as const;
      await recordAudit(tx, { actor: who, action: 'session.end', subject: who });
    });
  }

  /**
   * Those of an account or an official that are alive, last used first.
   * @param token of the one that asks; null for somebody else
   */
  listOf(owner: SessionOwner, token: string | null): Promise<OwnSession[]> {
    const { idleMs, maxMs } = this.config.session;
    return this.dataSource.query<OwnSession[]>(
      `select handle, user_agent, created_at, last_seen_at, id is not distinct from $2 as current from session
       where ${columnOf[owner.kind]} = $1 and last_seen_at > now() - $3::int * interval '1 millisecond'
         and created_at > now() - $4::int * interval '1 millisecond'
       order by last_seen_at desc, handle`,
      [owner.id, token === null ? null : idOf(token), idleMs, maxMs],
    );
  }

  /** @returns was there such a session of the owner? */
  async endOne(owner: SessionOwner, handle: string): Promise<boolean> {
    const ended = await this.dataSource.query<unknown[]>(
      `with ended as (delete from session where ${columnOf[owner.kind]} = $1 and handle = $2 returning id),
       ${auditSql('ended', '$3')} select id from ended`,
      [owner.id, handle, ending(owner, 'one')],
    );
    return ended.length === 1;
  }

  /** @param token of the session that goes on */
  async endOthers(owner: SessionOwner, token: string): Promise<void> {
    await this.dataSource.query(
      `with ended as (delete from session where ${columnOf[owner.kind]} = $1 and id <> $2 returning id),
       others as (select from ended limit 1), ${auditSql('others', '$3')} select id from ended`,
      [owner.id, idOf(token), ending(owner, 'others')],
    );
  }

  /** The one-time code was right, here and now. */
  async proveCode(token: string): Promise<void> {
    await this.dataSource.query('update session set code_proved = true where id = $1', [idOf(token)]);
  }

  /** As whom an account can act. */
  hatsOf(accountId: string): Promise<Hat[]> {
    return this.dataSource.query<Hat[]>(
      `select a.id, a.name, a.kind as "as", (
         select count(*)::int from application p
         where p.applicant_id = a.id and p.open and p.correction_due_on is not null) as waiting
       from applicant a where a.account_id = $1 order by a.kind desc`,
      [accountId],
    );
  }

  /** Goes on as another applicant of the same account. @returns is there such a one? */
  async wearHat(token: string, accountId: string, applicantId: string): Promise<boolean> {
    const [, worn] = await this.dataSource.query<[unknown[], number]>(
      `with worn as (
         update applicant set worn_at = clock_timestamp() where id = $3 and account_id = $2 returning id
       )
       update session s set applicant_id = worn.id, mandate_id = null from worn where s.id = $1 and s.account_id = $2`,
      [idOf(token), accountId, applicantId],
    );
    return worn === 1;
  }

  /** For whom an account may act now, besides itself. */
  actingChoicesOf(accountId: string): Promise<ActingChoice[]> {
    return this.dataSource.query<ActingChoice[]>(
      `select m.id, p.name as "principalName", m.titles, m.ends_on::text as "endsOn",
         (select number from application where id = m.application_id) as number
       from mandate m ${ofPrincipal}
       join applicant a on a.id = m.agent_id
       where a.account_id = $1 and ${mandateHolds} order by p.name, m.invited_at limit 50`,
      [accountId],
    );
  }

  /** Goes on for somebody else, as the one who agreed to. @returns is there such a mandate now? */
  async actFor(token: string, accountId: string, mandateId: string): Promise<boolean> {
    const entry = auditRow({
      actor: { kind: 'agent', id: accountId, mandateId },
      action: 'session.act-for',
      subject: { kind: 'mandate', id: mandateId },
    });
    const acting = await this.dataSource.query<unknown[]>(
      `with acting as (
         update session s set applicant_id = m.agent_id, mandate_id = m.id
         from mandate m ${ofPrincipal}
         join applicant a on a.id = m.agent_id
         where s.id = $1 and s.account_id = $2 and m.id = $3 and a.account_id = $2 and ${mandateHolds}
         returning s.id
       ), ${auditSql('acting', '$4')} select id from acting`,
      [idOf(token), accountId, mandateId, JSON.stringify([entry])],
    );
    return acting.length === 1;
  }
}

/** Rows for the audit log: an account's sessions on other devices were ended. */
function ending(owner: SessionOwner, which: 'one' | 'others'): string {
  const who = { kind: owner.kind === 'staff' ? 'staff' : 'account', id: owner.id } as const;
  return JSON.stringify([auditRow({ actor: who, action: 'session.end', subject: who, detail: { which } })]);
}

function idOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function toAsker(row: SessionRow, codesRequiredOf: CodesRequiredOf): Asker {
  if (row.kind === 'staff') {
    return {
      kind: 'staff',
      id: row.subject_id,
      name: row.name,
      department: row.department ?? '',
      departmentEn: row.department_en ?? '',
      entering: enteringStep(row, codesRequiredOf),
      officeRoles: readOfficeRoles(row.office_roles ?? []),
      ...rightsOf(row),
    };
  }
  return {
    kind: 'applicant',
    id: row.subject_id,
    accountId: row.account_id ?? '',
    name: row.name,
    mail: row.mail ?? '',
    as: row.as ?? 'individual',
    guestOf: row.guest_of,
    mandate: row.mandate,
  };
}

/** The code comes first: until it is right, whoever has the password alone chooses neither a new one nor other codes. */
function enteringStep(row: SessionRow, codesRequiredOf: CodesRequiredOf): EnteringStep | null {
  if (row.has_codes && !row.code_proved) return 'code';
  if (row.password_temporary) return 'password';
  const required = mustUseCodes(codesRequiredOf, readOfficeRoles(row.office_roles ?? []), row.roles ?? {});
  return required && !row.has_codes ? 'enrolment' : null;
}
