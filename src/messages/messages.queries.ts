import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker, OwnRows } from '../access/asker.js';
import { iso } from '../applications/applications.queries.js';
import { CONFIG, type Config } from '../config/config.js';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { answersFor, closedTo, reachOf, type Subject } from './correspondent.js';
import type { ConversationList, ConversationView, MessageFileView, MessageView } from './message.dto.js';
import { mostFilesInMessage } from './send-message.js';

interface MessageRow {
  readonly id: string;
  readonly side: MessageView['side'];
  readonly department: string | null;
  readonly staff_name: string | null;
  readonly agent_name: string | null;
  readonly body: string;
  readonly at: string;
  readonly read_at: string | null;
  readonly files: readonly MessageFileView[];
}

interface ConversationRow extends Subject {
  readonly id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly awaits_reply: boolean;
  readonly open: boolean;
  readonly messages: readonly MessageRow[];
}

export interface FileContent {
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly application: { readonly id: string; readonly procedure_id: string };
}

/** Last message and application of a conversation on the page before. */
export interface ConversationCursor {
  readonly at: string;
  readonly id: string;
}

const conversation = (reach: string): string => `
select a.id, a.number, a.procedure_id, a.version_hash, a.subject, a.applicant_name, a.open, a.stage_roles, a.assignee_id,
  a.closed_at as application_closed_at, c.closed_at as conversation_closed_at,
  coalesce(c.awaits_reply, false) as awaits_reply, now() as now,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', m.id, 'side', m.side, 'department', m.department, 'staff_name', s.name,
      'agent_name', m.agent_name,
      'body', m.body, 'at', m.at, 'read_at', m.read_at, 'files', coalesce((
        select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes)
          order by f.id)
        from message_file f where f.application_id = a.id and f.message_id = m.id), '[]')) order by m.at, m.id)
    from message m left join staff s on s.id = m.staff_id where m.application_id = a.id), '[]') as messages
from application a left join conversation c on c.application_id = a.id
where a.id = $1 and ${reach}`;

@Injectable()
export class MessagesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null when there is no such application within the asker's reach. */
  async find(id: string, asker: Asker, language: Language = 'ja'): Promise<ConversationView | null> {
    const reach = reachOf(asker);
    const [row] = await this.dataSource.query<ConversationRow[]>(
      'applicantId' in reach ? conversation('a.applicant_id = $2') : conversation('a.procedure_id = any($2)'),
      [id, 'applicantId' in reach ? reach.applicantId : reach.procedures],
    );
    if (!row) return null;
    const version = await this.library.version(row.version_hash);
    const mine = asker.kind === 'applicant' ? 'applicant' : 'office';
    return {
      applicationId: row.id,
      number: row.number,
      procedureTitle: inLanguage(version, language).procedure.info.title,
      subject: row.subject,
      messages: row.messages.map((message) => ({
        id: message.id,
        side: message.side,
        author: authorOf(message, row, asker, language),
        body: message.body,
        at: iso(message.at),
        readAt: message.read_at === null ? null : iso(message.read_at),
        files: [...message.files],
      })),
      unread: row.messages.filter(({ side, read_at: readAt }) => side !== mine && readAt === null).length,
      closed: closedTo(asker, row, version),
      awaitsReply: row.awaits_reply,
      mayClose:
        asker.kind === 'staff' &&
        !row.open &&
        row.conversation_closed_at === null &&
        answersFor(asker, row, version),
      maxFiles: mostFilesInMessage,
      maxFileBytes: this.config.http.attachmentMaxBytes,
    };
  }

  /** An applicant's conversations, the latest message first. */
  async list(
    own: OwnRows,
    after: ConversationCursor | null,
    size: number,
    language: Language,
  ): Promise<ConversationList['conversations']> {
    const rows = await this.dataSource.query<ListRow[]>(
      `select a.id, a.number, a.version_hash, a.subject, c.last_at, last.body, last.side, (
         select count(*)::int from message m
         where m.application_id = c.application_id and m.side = 'office' and m.read_at is null) as unread
       from conversation c
       join application a on a.id = c.application_id
       cross join lateral (
         select body, side from message m where m.application_id = c.application_id order by at desc, id desc limit 1
       ) last
       where c.applicant_id = $1 and (c.last_at, c.application_id) < ($2::timestamptz, $3::uuid)
         and ($5::text is null or c.procedure_id = $5) and ($6::uuid is null or c.application_id = $6)
       order by c.last_at desc, c.application_id desc limit $4`,
      [
        own.applicantId,
        after?.at ?? 'infinity',
        after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        size,
        own.procedureId,
        own.applicationId,
      ],
    );
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    return rows.map((row) => {
      const version = versions.get(row.version_hash);
      return {
        applicationId: row.id,
        number: row.number,
        procedureTitle: version ? inLanguage(version, language).procedure.info.title : '',
        subject: row.subject,
        lastAt: row.last_at.toISOString(),
        excerpt: beginning(row.body),
        lastSide: row.side,
        unread: row.unread,
      };
    });
  }

  /** A file of a message within reach, or one that the asker has not sent yet. */
  async file(id: string, asker: Asker): Promise<FileContent | null> {
    const reach = reachOf(asker);
    const [row] = await this.dataSource.query<FileContent[]>(
      `select f.name, f.media_type, f.bytes, f.sha256,
         jsonb_build_object('id', a.id, 'procedure_id', a.procedure_id) as application
       from message_file f join application a on a.id = f.application_id
       where f.id = $1 and (f.message_id is not null or f.author_id = $3)
         and ${'applicantId' in reach ? 'a.applicant_id = $2' : 'a.procedure_id = any($2)'}`,
      [id, 'applicantId' in reach ? reach.applicantId : reach.procedures, asker.id],
    );
    return row ?? null;
  }
}

interface ListRow {
  id: string;
  number: string;
  version_hash: string;
  subject: string;
  last_at: Date;
  body: string;
  side: MessageView['side'];
  unread: number;
}

/** Applicants read which department wrote; colleagues read who. */
function authorOf(
  message: MessageRow,
  application: ConversationRow,
  asker: Asker,
  language: Language,
): string {
  if (message.side === 'applicant') {
    const { agent_name: agent } = message;
    const by = language === 'ja' ? `（代理：${agent}）` : ` (agent: ${agent})`;
    return application.applicant_name + (agent === null ? '' : by);
  }
  const department = message.department ?? '';
  return asker.kind === 'staff' ? `${message.staff_name ?? ''}（${department}）` : department;
}

const longestExcerpt = 80;

function beginning(body: string): string {
  const line = [...body.replaceAll(/\s+/g, ' ').trim()];
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt).join('')}…` : line.join('');
}
