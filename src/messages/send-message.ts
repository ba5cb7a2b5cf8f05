import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asker } from '../access/asker.js';
import { type LockedApplication, lockApplication } from '../applications/locked-application.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { jobKinds } from '../jobs/job-kinds.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { closedTo, reachOf } from './correspondent.js';
import type { SendMessageRequest } from './message.dto.js';

export const mostFilesInMessage = 5;
/** Nobody is kept from asking again, but a stuck key must not fill the office's screen. */
const mostUnread = 20;

@Injectable()
export class SendMessage {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * Adds a message with its files; one of the office owes the applicant a mail. Sent again, it is there once.
   *
   * @param within a transaction that it is part of; left out, it is one of its own
   * @param visitId the visit that the office's message is about: its mail brings it for the calendar
   */
  async run(
    asker: Asker,
    id: string,
    request: SendMessageRequest,
    within?: EntityManager,
    visitId: string | null = null,
  ): Promise<Outcome<null>> {
    return inTransaction(this.dataSource, within, async (tx) => {
      const application = await lockApplication(tx, id, reachOf(asker));
      if (!application) return refuse('not-found');
      const known = await conversationOf(tx, application, request.key);
      if (known.sent) return done(null);
      const version = await this.library.version(application.version_hash);
      const closed = closedTo(asker, { ...application, ...known }, version);
      if (closed !== null) return refuse(closed === 'role' ? 'role-missing' : 'conversation-closed');
      if (asker.kind === 'applicant' && known.unread >= mostUnread) {
        return refuse('messages-unread', { params: { max: mostUnread } });
      }
      const body = request.body.trim();
      if (body === '') return refuse('message-empty');
      if (!(await areUnsent(tx, asker, id, request.files))) return refuse('message-file-gone');
      const messageId = newId();
      await write(tx, asker, application, { ...request, body, messageId });
      if (asker.kind === 'staff') await oweMail(tx, application, messageId, visitId);
      await recordAudit(tx, {
        actor: auditActorOf(asker),
        action: 'message.send',
        subject: { kind: 'application', id },
        after: contentHash({ body, files: request.files, id: messageId }),
        detail: { message: messageId },
      });
      return done(null);
    });
  }
}

interface Known {
  readonly application_closed_at: Date | null;
  readonly conversation_closed_at: Date | null;
  /** A message with this key is there already. */
  readonly sent: boolean;
  /** Messages of the applicant that no official has read. */
  readonly unread: number;
}

async function conversationOf(tx: EntityManager, { id }: LockedApplication, key: string): Promise<Known> {
  const [row] = await tx.query<[Known]>(
    `select a.closed_at as application_closed_at, c.closed_at as conversation_closed_at,
       exists (select from message m where m.application_id = a.id and m.key = $2) as sent,
       (select count(*)::int from message m
        where m.application_id = a.id and m.side = 'applicant' and m.read_at is null) as unread
     from application a left join conversation c on c.application_id = a.id where a.id = $1`,
    [id, key],
  );
  return row;
}

async function areUnsent(
  tx: EntityManager,
  asker: Asker,
  id: string,
  files: readonly string[],
): Promise<boolean> {
  const wanted = [...new Set(files)];
  const rows = await tx.query<unknown[]>(
    `select 1 from message_file
     where application_id = $1 and author_id = $2 and message_id is null and id::text = any($3)`,
    [id, asker.id, wanted],
  );
  return rows.length === wanted.length;
}

/** What the author uploaded for this application and did not send with it goes. */
async function write(
  tx: EntityManager,
  asker: Asker,
  application: LockedApplication,
  { key, body, files, messageId }: SendMessageRequest & { readonly messageId: string },
): Promise<void> {
  const office = asker.kind === 'staff';
  const { id, now } = application;
  await tx.query(
    `insert into conversation (application_id, procedure_id, applicant_id, last_at, awaits_reply)
     values ($1, $2, $3, $4, $5)
     on conflict (application_id) do update set last_at = excluded.last_at, awaits_reply = excluded.awaits_reply,
       closed_at = case when $5 then conversation.closed_at end`,
    [id, application.procedure_id, application.applicant_id, now, !office],
  );
  await tx.query(
    `insert into message (id, application_id, key, side, staff_id, department, body, at, agent_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      messageId,
      id,
      key,
      office ? 'office' : 'applicant',
      office ? asker.id : null,
      office ? asker.department : null,
      body,
      now,
      asker.kind === 'applicant' ? (asker.mandate?.agentName ?? null) : null,
    ],
  );
  await tx.query(
    `with sent as (
       update message_file set message_id = $3
       where application_id = $1 and author_id = $2 and message_id is null and id::text = any($4) returning id
     )
     delete from message_file
     where application_id = $1 and author_id = $2 and message_id is null and id not in (select id from sent)`,
    [id, asker.id, messageId, files],
  );
}

/**
 * One mail an hour as long as nothing was read: who reads the first message reads the others with it. What belongs into
 * a calendar always goes.
 */
async function oweMail(
  tx: EntityManager,
  { id, mail }: LockedApplication,
  messageId: string,
  visitId: string | null,
): Promise<void> {
  await tx.query(
    `with owed as (
       insert into message_mail (id, message_id, recipient, visit_id)
       select $1, $2, $3, $6 where $6::uuid is not null or not exists (
         select from message_mail w join message m on m.id = w.message_id
         where m.application_id = $4 and m.read_at is null and w.created_at > now() - interval '1 hour')
       returning id
     )
     insert into outbox (id, queue, name, subject_id) select id, $5, 'deliver-message-mail', id from owed`,
    [newId(), messageId, mail, id, jobKinds['deliver-message-mail'].queue, visitId],
  );
}
