import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { batchTitle } from './owed-batch.js';
import type { Acknowledged } from './submitting-client.js';

/** Rows that must not be there, each query with what its rows would mean. */
const forbidden: Readonly<Record<string, string>> = {
  'R3: an application without exactly one submission': `
    select a.number as it from application a left join submission s on s.application_id = a.id
    group by a.number having count(s.n) <> 1`,
  'R3: an application without exactly one arrival in its history': `
    select a.number as it from application a
    left join application_event e on e.application_id = a.id and e.type = 'arrived'
    group by a.number having count(e.seq) <> 1`,
  'R3: a history without an application, or not as long as the application says': `
    select coalesce(a.number, e.application_id::text) as it
    from application a full join (select application_id, count(*) as length from application_event group by 1) e
      on e.application_id = a.id
    where a.event_count is distinct from e.length`,
  'R3: an application without its message, or with two': `
    select a.number as it from application a left join notice n on n.application_id = a.id and n.kind = 'message'
    group by a.number having count(n.id) <> 1`,
  'R3: an application without its notice, or with one too many': `
    select a.number as it from application a
    left join notice n on n.application_id = a.id and n.kind = 'notice' and n.title <> '${batchTitle}'
    group by a.number, a.procedure_id having count(n.id) <> case a.procedure_id when 'fault-paper' then 1 else 0 end`,
  'R3: a job for a notice that is not there': `
    select o.id::text as it from outbox o left join notice n on n.id = o.subject_id where n.id is null`,
  'R3: a draft that is submitted and became nothing, or open and became something': `
    select d.id::text as it from draft d left join application a on a.draft_id = d.id
    where (d.state = 'submitted') <> (a.id is not null)`,
  'R3: a file named in the answers that is not attached to the application': `
    select a.number as it from application a join submission s on s.application_id = a.id,
      jsonb_array_elements_text(coalesce(s.answers #> '{shop,photo}', '[]')) as named(id)
    left join attachment f on f.id = named.id::uuid and f.application_id is not null
    where f.id is null or f.application_id <> a.id`,
  'R3: a file attached to an application whose answers do not name it': `
    select f.id::text as it from attachment f join submission s on s.application_id = f.application_id
    where not coalesce(s.answers #> '{shop,photo}', '[]') ? f.id::text`,
  'R4: a message that was never sent': `
    select id::text || ' ' || state || ' ' || coalesce(last_error, '') as it
    from notice where kind = 'message' and state <> 'sent'`,
  'R4: a notice that was never issued': `
    select id::text || ' ' || state || ' ' || coalesce(last_error, '') as it
    from notice where kind = 'notice' and state <> 'ready'`,
  'R4: a mail of the batch that was never sent': `
    select id::text || ' ' || state || ' ' || coalesce(last_error, '') as it from message_mail where state <> 'sent'`,
  'R4: a mail that is sent, and nothing is known of what became of it': `
    select m.id::text as it from (
      select id from notice where kind = 'message' and state = 'sent' union all
      select id from message_mail where state = 'sent') m
    left join mail_sending s on s.mail_id = m.id where s.state is distinct from 'sent'`,
  'R4: something is known of a mail that has not left': `
    select s.mail_id::text as it from mail_sending s
    where not exists (select from notice n where n.id = s.mail_id and n.state = 'sent')
      and not exists (select from message_mail w where w.id = s.mail_id and w.state = 'sent')`,
  'R7: a number that was given twice': `
    select number as it from application group by number having count(*) > 1`,
  'R7: a document number that was given twice': `
    select document_number as it from notice where document_number is not null
    group by document_number having count(*) > 1`,
  'R7: document numbers that were left out': `
    select c.symbol || ' up to ' || c.value as it from number_counter c
    where c.value <> (select count(*) from notice n where n.document_number like c.symbol || '第%')`,
};

export interface Evidence {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly acknowledged: readonly Acknowledged[];
  readonly copies: ReadonlyMap<string, number>;
  readonly firstTaken: ReadonlyMap<string, readonly string[]>;
  /** Kills of server and database. */
  readonly faults: number;
  /** Jobs that run at once: at most so many mails are between the mail server's "taken" and our commit at a kill. */
  readonly jobsAtOnce: number;
  readonly requestsAtOnce: number;
}

export interface Verdict {
  /** Every violation by name; none when all is well. */
  readonly violations: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

/** Looks at what is left: database, files, mails and what the applicants were told. */
export async function judge(evidence: Evidence): Promise<Verdict> {
  const database = new Client({ connectionString: evidence.databaseUrl });
  await database.connect();
  try {
    const violations: string[] = [];
    for (const [name, query] of Object.entries(forbidden)) {
      const { rows } = await database.query<{ it: string }>(query);
      if (rows.length > 0) violations.push(`${name}: ${rows.length}, such as ${rows[0]?.it ?? ''}`);
    }
    violations.push(...(await unkeptPromises(database, evidence.acknowledged)));
    const files = await compareFiles(database, evidence);
    const mails = await compareMails(database, evidence);
    violations.push(...(await overtaken(database, evidence)));
    return {
      violations: [...violations, ...files.violations, ...mails.violations],
      figures: { ...files.figures, ...mails.figures, documents: await documentsIn(database) },
    };
  } finally {
    await database.end();
  }
}

/** R1, R2, R7: what was acknowledged is there once, under the number and the moment that the applicant was told. */
async function unkeptPromises(database: Client, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const { rows } = await database.query<{ id: string; draft_id: string; number: string; at: Date }>(
    'select id, draft_id, number, submitted_at as at from application',
  );
  const byDraft = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) byDraft.set(row.draft_id, [...(byDraft.get(row.draft_id) ?? []), row]);
  const unkept = acknowledged.flatMap(({ draftId, receipt }) => {
    const found = byDraft.get(draftId) ?? [];
    const [application] = found;
    if (found.length !== 1 || !application) return [`R1: ${receipt.number} is there ${found.length} times`];
    const same =
      application.number === receipt.number &&
      application.id === receipt.applicationId &&
      application.at.toISOString() === receipt.submittedAt;
    return same ? [] : [`R1: ${receipt.number} was acknowledged, ${application.number} is there`];
  });
  const told = new Set(acknowledged.map(({ receipt }) => receipt.number));
  if (told.size !== acknowledged.length) unkept.push('R7: one number was told to two applicants');
  if (rows.length !== acknowledged.length)
    unkept.push(`R1: ${rows.length} applications, ${acknowledged.length} acknowledged`);
  return unkept;
}

async function compareFiles(database: Client, evidence: Evidence): Promise<Verdict> {
  const { rows } = await database.query<{ sha256: string }>(
    `select sha256 from attachment union select pdf_sha256 from notice where pdf_sha256 is not null`,
  );
  const named = new Set(rows.map(({ sha256 }) => sha256));
  const stored = storedFiles(join(evidence.dataDir, 'files'));
  const missing = [...named].filter((sha256) => !stored.has(sha256));
  const unnamed = [...stored].filter((sha256) => !named.has(sha256));
  // A file is whole in the store before a row names it, so a kill in between leaves one that nobody names.
  const bearable = evidence.faults * (evidence.requestsAtOnce + evidence.jobsAtOnce);
  return {
    violations: [
      ...(missing.length > 0 ? [`R3: ${missing.length} files are named and missing`] : []),
      ...(unnamed.length > bearable ? [`R3: ${unnamed.length} files are named by nothing`] : []),
    ],
    figures: { files: stored.size, filesThatNothingNames: unnamed.length },
  };
}

function storedFiles(root: string): ReadonlySet<string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(names.map(({ name }) => name).filter((name) => /^[0-9a-f]{64}$/.test(name)));
}

/** R4: every message reached the mail server, and copies are no more than the kills can explain. */
async function compareMails(database: Client, evidence: Evidence): Promise<Verdict> {
  const { copies, faults, jobsAtOnce } = evidence;
  const { rows } = await database.query<{ message_id: string }>(
    `select message_id from notice where message_id is not null
     union all select mail_id from message_mail where mail_id is not null`,
  );
  const ours = new Set(rows.map(({ message_id }) => message_id));
  const lost = [...ours].filter((id) => !copies.has(id));
  const strange = [...copies.keys()].filter((id) => !ours.has(id));
  const mostCopies = Math.max(0, ...copies.values());
  const surplus = [...copies.values()].reduce((sum, count) => sum + count - 1, 0);
  return {
    violations: [
      ...(lost.length > 0 ? [`R4: ${lost.length} mails are marked as sent and never arrived`] : []),
      ...(strange.length > 0 ? [`R4: ${strange.length} mails arrived that no message knows`] : []),
      ...(mostCopies > 1 + faults ? [`R4: one mail came ${mostCopies} times`] : []),
      ...(surplus > faults * jobsAtOnce ? [`R4: ${surplus} copies after ${faults} kills`] : []),
    ],
    figures: { mails: copies.size, copiesTooMany: surplus, mostOfOneMail: mostCopies },
  };
}

/** R4: what went to one reader of the batch went in the order in which it came to be. */
async function overtaken(database: Client, { firstTaken }: Evidence): Promise<readonly string[]> {
  const { rows } = await database.query<{ recipient: string; ids: string[] }>(
    `select recipient, array_agg(mail_id order by created_at, id) as ids from message_mail
     where mail_id is not null group by recipient`,
  );
  return rows
    .filter(({ recipient, ids }) => ids.join() !== (firstTaken.get(recipient) ?? []).join())
    .map(({ recipient }) => `R4: mails to ${recipient} came in another order`);
}

async function documentsIn(database: Client): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from notice where pdf_sha256 is not null`,
  );
  return rows[0]?.count ?? 0;
}
