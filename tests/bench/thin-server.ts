// The thinnest server that could do the same write: no session, no permission, no computed value, no workflow. It checks
// the answers with Ajv and writes the rows that a submission is made of in one statement. What the review and the
// notices would say is taken once from an application that the whole server made, so the rows are of the same size.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import { searchPairs } from '../../src/applications/search-pairs.js';
import { loadBenchProcedure } from './bench-procedure.js';
import { plainAjv } from './validations.js';

interface Sample {
  readonly stage: string;
  readonly stage_role: string;
  readonly due_on: string;
  readonly state: string;
  readonly events: string;
  readonly notices: string;
}

interface Body {
  readonly answers: { readonly shop: { readonly name: string; readonly address: string } };
}

const { procedure } = await loadBenchProcedure();
const validate = plainAjv(procedure);
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const { rows } = await pool.query<Sample>(
  `select stage, stage_role, due_on::text, state::text,
     (select jsonb_agg(to_jsonb(e)) from application_event e where application_id = a.id)::text as events,
     (select jsonb_agg(to_jsonb(n)) from notice n where application_id = a.id)::text as notices
   from application a order by submitted_at limit 1`,
);
const [sample] = rows;
if (!sample) throw new Error('The whole server submits first.');

const name = 'thin_submit';
const text = `
with closed as (
  update draft set state = 'submitted', answers = '{}', subject = $4, saved_at = now()
  where id = $1 and state = 'open'
  returning id as draft_id, procedure_id, version_hash, applicant_id
), arrived as (
  insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject, applicant_name,
    once_key, stage, stage_role, open, due_on, entered_at, event_count, state, submitted_at)
  select $2, 'T-' || nextval('application_number_seq'), procedure_id, version_hash, applicant_id, draft_id, $4, $5,
    $7, $8, $9, true, $10::date, now(), 2, $11, now() from closed
  returning id, number, procedure_id, submitted_at
), findable as (
  insert into application_search (application_id, procedure_id, submitted_at, words, pairs)
  select id, procedure_id, submitted_at, $4, $6 from arrived
), submitted as (
  insert into submission (application_id, n, draft_id, answers, warnings, at)
  select id, 1, $1, $3, '[]', now() from arrived
), events as (
  insert into application_event (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id)
  select arrived.id, e.seq, now(), e.type, e.from_stage, e.to_stage, e.action, e.actor_kind, e.actor_id
  from arrived, jsonb_to_recordset($12::jsonb) as e(
    seq int, type text, from_stage text, to_stage text, action text, actor_kind text, actor_id text)
), planned as (
  select arrived.id as application_id, n.*, ($14::uuid[])[n.event_seq + case n.kind when 'notice' then 1 else 0 end]
    as notice_id
  from arrived, jsonb_to_recordset($13::jsonb) as n(
    kind text, template text, title text, recipient_mail text, submission_n int, event_seq int, context jsonb)
), notices as (
  insert into notice (id, application_id, kind, template, title, recipient_mail, submission_n, event_seq, context,
    created_at)
  select notice_id, application_id, kind, template, title, recipient_mail, submission_n, event_seq, context, now()
  from planned
), waiting as (
  insert into outbox (id, queue, name, subject_id) select notice_id, 'mails', kind, notice_id from planned
)
select number from arrived`;

async function submit(draftId: string, body: Buffer): Promise<{ status: number; reply: object }> {
  const { answers } = JSON.parse(body.toString()) as Body;
  if (!validate(answers)) return { status: 422, reply: { errors: validate.errors } };
  const { name: shop, address } = answers.shop;
  const id = uuidv7();
  const values = [
    draftId,
    id,
    JSON.stringify(answers),
    shop,
    applicantName,
    searchPairs(shop, applicantName),
    `${shop}/${address}`,
    sample?.stage,
    sample?.stage_role,
    sample?.due_on,
    sample?.state,
    sample?.events,
    sample?.notices,
    [uuidv7(), uuidv7()],
  ];
  const result = await pool.query<{ number: string }>({ name, text, values });
  const [row] = result.rows;
  if (!row) return { status: 409, reply: { error: 'submitted before' } };
  return { status: 201, reply: { applicationId: id, number: row.number } };
}

const applicantName = '浪速 花子';

function answer(response: ServerResponse, status: number, reply: object): void {
  const text = JSON.stringify(reply);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text);
}

function read(request: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => done(Buffer.concat(chunks)));
}

createServer((request, response) => {
  const draftId = /^\/api\/drafts\/([^/]+)\/submit$/.exec(request.url ?? '')?.[1];
  if (draftId === undefined) return answer(response, 200, {});
  read(request, (body) => {
    submit(draftId, body).then(
      ({ status, reply }) => answer(response, status, reply),
      (error: unknown) => answer(response, 500, { error: String(error) }),
    );
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
