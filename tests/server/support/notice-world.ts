import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { Receipt } from '../../../src/drafts/draft.dto.js';
import { AnnouncementsModule } from '../../../src/announcements/announcements.module.js';
import { readConfig } from '../../../src/config/read-config.js';
import { ConfiguredModule } from '../../../src/configured.module.js';
import { newId } from '../../../src/database/id.js';
import { JOB_SETTINGS, type JobSettings } from '../../../src/jobs/job-settings.js';
import { NoticesModule } from '../../../src/notices/notices.module.js';
import { fillJitanDraft } from './jitan-answers.js';
import { quick } from './job-world.js';
import type { TestApp } from './test-app.js';

export interface NoticeRow {
  readonly id: string;
  readonly template: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly message_id: string | null;
  readonly text: string | null;
  readonly document_number: string | null;
  readonly pdf_sha256: string | null;
  readonly sent_at: Date | null;
}

export interface NoticeWorker {
  stop(): Promise<void>;
}

/** A worker process beside the web application of the test: same database, same data folder. */
export async function startNoticeWorker(
  { dataSource, dataDir }: TestApp,
  env: Readonly<Record<string, string>>,
  settings: Partial<JobSettings> = {},
): Promise<NoticeWorker> {
  const { options } = dataSource;
  const databaseUrl = options.type === 'postgres' ? (options.url ?? '') : '';
  const config = readConfig({
    ROLE: 'worker',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    DEMO: 'true',
    MAIL_FROM: '大阪府 手続ポータル <no-reply@tetsuzuki.example.jp>',
    MAIL_RATE: '1000',
    ...env,
  });

  @Module({ imports: [ConfiguredModule.with(config, databaseUrl), NoticesModule, AnnouncementsModule] })
  class WorkerWorld {}

  const module = await Test.createTestingModule({ imports: [WorkerWorld] })
    .overrideProvider(JOB_SETTINGS)
    .useValue({ ...quick, ...settings })
    .compile();
  module.useLogger(false);
  await module.init();
  return { stop: () => module.close() };
}

/** Submits an application for 第9期 協力金; its message and its arrival notice are then owed. */
export async function submitJitan(app: TestApp, store: string): Promise<Receipt> {
  const applicant = await app.applicant();
  const draft = await fillJitanDraft(applicant, store);
  const { body } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
    revision: draft.revision,
  });
  return body;
}

export function noticesOf({ dataSource }: TestApp, applicationId: string): Promise<NoticeRow[]> {
  return dataSource.query<NoticeRow[]>('select * from notice where application_id = $1 order by template', [
    applicationId,
  ]);
}

/**
 * Owes the message of an application many times over, as applications of 25 people would: what goes to one of them goes
 * in order. A single one is owed to the applicant.
 * @returns the ids of the messages
 */
export async function oweMessages(
  { dataSource }: { readonly dataSource: DataSource },
  applicationId: string,
  count: number,
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, newId);
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `with first as (
         select * from notice where application_id = $2 and template = 'received' order by id limit 1
       )
       insert into notice (id, application_id, kind, template, title, recipient_mail, submission_n, event_seq, context,
         created_at)
       select ids.id, application_id, kind, template, title,
         case when $3 > 1 then 'n' || ids.n % 25 || '.' || recipient_mail else recipient_mail end,
         submission_n, event_seq, context, now()
       from first, unnest($1::uuid[]) with ordinality as ids(id, n)`,
      [ids, applicationId, count],
    );
    await tx.query(
      `insert into outbox (id, queue, name, subject_id) select id, 'mails', 'deliver-message', id
       from unnest($1::uuid[]) as id`,
      [ids],
    );
  });
  return ids;
}

/** Owes the message of an application to each of these people, in this order. @returns the ids of the messages */
export async function oweTo(
  { dataSource }: TestApp,
  applicationId: string,
  recipients: readonly string[],
): Promise<readonly string[]> {
  const rows = recipients.map((recipient) => ({ id: newId(), recipient }));
  await dataSource.transaction(async (tx) => {
    await tx.query(
      `with first as (select * from notice where application_id = $2 and template = 'received' order by id limit 1)
       insert into notice (id, application_id, kind, template, title, recipient_mail, submission_n, event_seq, context,
         created_at)
       select r.id, application_id, kind, template, title, r.recipient, submission_n, event_seq, context, now()
       from first, jsonb_to_recordset($1::jsonb) as r(id uuid, recipient text)`,
      [JSON.stringify(rows), applicationId],
    );
    await tx.query(
      `insert into outbox (id, queue, name, subject_id)
       select r.id, 'mails', 'deliver-message', r.id from jsonb_to_recordset($1::jsonb) as r(id uuid)`,
      [JSON.stringify(rows)],
    );
  });
  return rows.map(({ id }) => id);
}

interface PdfAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly pdf: Buffer;
}

/** A notice's file, as whoever has this cookie gets it. */
export async function fetchPdf({ app }: TestApp, cookie: string | undefined, id: string): Promise<PdfAnswer> {
  const answer = await app.inject({
    url: `/api/notices/${id}/pdf`,
    headers: cookie === undefined ? {} : { cookie },
  });
  return { status: answer.statusCode, headers: answer.headers, pdf: answer.rawPayload };
}
