import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { uuidv7 } from 'uuidv7';

/** Family and given names as common as these; with the number behind them each pair is rare among many. */
const families =
  '佐藤 鈴木 髙橋 田中 伊藤 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水';
const givens =
  '太郎 花子 一郎 美咲 健太 陽子 翔 さくら 大輔 恵子 拓也 真由美 直樹 裕子 誠 京子 隆 由美 学 明美';
const shops = '酒場 食堂 喫茶 亭 珈琲 寿司 焼肉 うどん 串かつ 茶房';

/** An official of the procedure, signed in. @returns value of the session cookie */
export async function makeOfficial(
  database: Client,
  procedureId: string,
  roles: readonly string[],
): Promise<string> {
  const [department, staff] = [uuidv7(), uuidv7()];
  const token = randomBytes(32).toString('base64url');
  await database.query(
    `insert into department (id, name_ja, name_en, full_ja, full_en) values ($1, '審査課', 'Review', '審査課', 'Review')`,
    [department],
  );
  await database.query(
    `insert into staff (id, login, password_hash, name, department_id) values ($1, 'bench', '-', '審査 一郎', $2)`,
    [staff, department],
  );
  await database.query(
    'insert into staff_role (staff_id, procedure_id, role) select $1, $2, unnest($3::text[])',
    [staff, procedureId, roles],
  );
  await database.query('insert into session (id, staff_id) values ($1, $2)', [
    createHash('sha256').update(token).digest(),
    staff,
  ]);
  return token;
}

/**
 * Copies the one application that is there until there are so many, with names, telephone numbers and history of their
 * own. Of all of them `open` are being worked on, however many have ended: an office has as much to do as it has, and
 * more past every year.
 */
export async function growApplications(database: Client, upTo: number, open: number): Promise<void> {
  await database.query('drop index if exists application_by_pairs');
  const { rows } = await database.query<{ count: number }>('select count(*)::int as count from application');
  const have = rows[0]?.count ?? 0;
  for (let from = have; from < upTo; from += 50_000) {
    await copyRange(database, from, Math.min(from + 50_000, upTo) - 1, open);
  }
  await database.query('create index application_by_pairs on application_search using gin (pairs)');
  await database.query('vacuum analyze');
}

async function copyRange(database: Client, first: number, last: number, open: number): Promise<void> {
  await database.query(
    `with word as (
       select string_to_array($4, ' ') as family, string_to_array($5, ' ') as given, string_to_array($6, ' ') as shop
     ), template as (
       select a.*, s.answers, s.warnings from application a join submission s on s.application_id = a.id
       order by a.submitted_at, a.id limit 1
     ), made as materialized (
       select n, gen_random_uuid() as id, n < $3 as is_open,
         family[1 + n % 20] || ' ' || given[1 + (n / 20) % 20] || (n / 400)::text as name,
         shop[1 + n % 10] || ' ' || family[1 + (n / 7) % 20] || (n / 400)::text || '号店' as subject,
         now() - make_interval(secs => n * 60) as at
       from generate_series($1::int, $2::int) n, word
     ), drafts as (
       insert into draft (id, applicant_id, procedure_id, version_hash, kind, state, answers)
       select m.id, t.applicant_id, t.procedure_id, t.version_hash, 'application', 'submitted', '{}' from made m, template t
       returning id
     ), applications as (
       insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject, applicant_name,
         living, stage, stage_role, stage_roles, open, due_on, entered_at, event_count, state, submitted_at, closed_at)
       select m.id, 'B-08-' || lpad(m.n::text, 7, '0') || '-0', t.procedure_id, t.version_hash, t.applicant_id, d.id,
         m.subject, m.name, true, t.stage, t.stage_role, t.stage_roles, m.is_open,
         case when m.is_open then current_date + (m.n % 40) - 5 end, m.at, t.event_count, t.state, m.at,
         case when m.is_open then null else m.at end
       from made m join drafts d on d.id = m.id, template t
       returning id, procedure_id, submitted_at
     ), submitted as (
       insert into submission (application_id, n, draft_id, answers, warnings, at)
       select a.id, 1, a.id, t.answers, t.warnings, a.submitted_at from applications a, template t
     ), events as (
       insert into application_event (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id)
       select a.id, e.seq, a.submitted_at, e.type, e.from_stage, e.to_stage, e.action, e.actor_kind, e.actor_id
       from applications a, template t join application_event e on e.application_id = t.id
     ), lines as (
       select m.id, array[replace(m.name, ' ', ''), replace(m.subject, ' ', ''), '06' || lpad(m.n::text, 8, '0')] as lines
       from made m
     )
     insert into application_search (application_id, procedure_id, submitted_at, words, pairs)
     select a.id, a.procedure_id, a.submitted_at, array_to_string(l.lines, E'\\n'), array(
       select distinct substr(line, i, 2) from unnest(l.lines) line, generate_series(1, length(line) - 1) i)
     from applications a join lines l on l.id = a.id`,
    [first, last, open, families, givens, shops],
  );
}
