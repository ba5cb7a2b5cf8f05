import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import { vocabulary } from './desk-names.js';
import { daysAgo, type StandingCase, standingCases } from './desk-stages.js';

/** Officials who have the cases among them. */
const officials = 40;
/** Years over which the ended ones have arrived. */
const years = 4;
/** So many days back are there cases of every kind: open ones by the day, ended ones by about three weeks. */
const openDays = 28;
const closedSteps = 64;
const rowsAtOnce = 50_000;

/** An official of both procedures with every role, signed in. @returns value of the session cookie */
export async function makeOfficial(database: Client): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.query(
    `insert into session (id, staff_id) select $1, id from staff where login = 'bench-1'`,
    [createHash('sha256').update(token).digest()],
  );
  return token;
}

/**
 * Fills an empty database up to so many applications of the procedures that ship: at every stage, with names, addresses,
 * telephone numbers, history, marks and readers of their own. The newest `open` of them are being worked on, however
 * many have ended: an office has as much to do as it has, and more past every year. What was begun goes on.
 */
export async function growApplications(
  database: Client,
  total: number,
  open: number,
  tell: (rows: number) => void,
): Promise<void> {
  await database.query(
    'create table if not exists bench_progress (made int not null, finished boolean not null)',
  );
  const { rows } = await database.query<{ made: number; finished: boolean }>('select * from bench_progress');
  const [progress] = rows;
  if (progress?.finished) return;
  if (!progress) {
    await database.query('begin');
    await prepare(database);
    await database.query('commit');
  }
  // Neither keys of other tables nor triggers are looked at: what is written here fits.
  await database.query(`set session_replication_role = replica; set synchronous_commit = off;
    set work_mem = '64MB'; set maintenance_work_mem = '512MB'`);
  const made = progress?.made ?? 0;
  if (made < total) for (const { name } of slowIndexes) await database.query(`drop index if exists ${name}`);
  for (let from = made; from < total; from += rowsAtOnce) {
    const upTo = Math.min(from + rowsAtOnce, total);
    await database.query('begin');
    await database.query(copyRange, [from, upTo - 1, total, open]);
    await database.query('update bench_progress set made = $1', [upTo]);
    await database.query('commit');
    tell(upTo);
  }
  for (const { name, on } of slowIndexes) await database.query(`create index if not exists ${name} on ${on}`);
  await database.query('reset session_replication_role; reset synchronous_commit');
  await database.query('vacuum (freeze, analyze)');
  await database.query('update bench_progress set finished = true');
}

/** The words as arrays, to be drawn from. */
const allWords = `(select ${['family', 'given', 'shop', 'town']
  .map((part) => `array_agg(w order by i) filter (where part = '${part}') as ${part}_words`)
  .join(', ')} from bench_word w) words`;

/** One of them for row `n`. The first words are the commonest: the square draws them more often. */
const drawn = (part: string, salt: number): string =>
  `(${part}_words[1 + floor(cardinality(${part}_words) * bench_chance(n, ${salt}) ^ 2)::int])`;

/** Faster made at once than row by row. */
const slowIndexes = [
  {
    name: 'application_by_keys',
    on: 'application_search using gin (search_keys(pairs, words, listed, procedure_id, submitted_at)) with (fastupdate = off)',
  },
  { name: 'application_trait_shared', on: 'application_trait (kind, value, application_id)' },
];

/**
 * What the procedures list: the town that the address lies in, common and rare; a number that few have; and an amount.
 * They follow from address and telephone number. `sort` is written as the product writes it.
 */
const listedOf = `
create function bench_listed(procedure_id text, address text, phone text)
  returns table (field text, value jsonb, sort text, key text) immutable parallel safe language sql as $$
  select 'store.city', to_jsonb(city), city, city from substring(address from '^.+?[市町]') city
  union all
  select 'permit.no', to_jsonb(permit), permit, permit from concat('27', substr(phone, 5)) permit
  where procedure_id = 'jitan-9'
  union all
  select 'sales.payable', to_jsonb(yen), '1' || lpad(yen || '.000000', 26, '0'), concat(yen, yen, '円')
  from mod(right(phone, 2)::int, 40) n, lateral (select 25000 * (n + 1) as yen) y where procedure_id = 'jitan-9' $$;
create function bench_listed_pairs(listed jsonb) returns text[] immutable parallel safe language sql as $$
  select array(select distinct l.key || '/' || substr(l.value, i, 2)
    from jsonb_each_text(listed) l, generate_series(1, length(l.value) - 1) i) $$;`;

async function prepare(database: Client): Promise<void> {
  await database.query(`
    create table bench_word (part text, i int, written text, key text, reading_key text, primary key (part, i));
    create table bench_case (open boolean, age int, i int, one jsonb, primary key (open, age, i));
    -- Which of them stands for which of all chances.
    create table bench_pick (open boolean, slot int, i int, primary key (open, slot));
    create function bench_chance(n int, salt int) returns double precision immutable parallel safe language sql as
      $$ select (hashint8extended(n, salt) & 1073741823) / 1073741824.0 $$;
    ${listedOf}`);
  for (const { part, list } of vocabulary) {
    await database.query(
      `insert into bench_word select $1, (row_number() over ())::int - 1, w.*
       from jsonb_to_recordset($2::jsonb) as w(written text, key text, reading_key text)`,
      [part, JSON.stringify(list)],
    );
  }
  await makeOfficials(database);
  await makeApplicants(database);
  await makeCases(database);
  await database.query('insert into bench_progress values (0, false); analyze');
}

async function makeOfficials(database: Client): Promise<void> {
  const department = uuidv7();
  await database.query(
    `insert into department (id, name_ja, name_en, full_ja, full_en) values ($1, '審査課', 'Review', '審査課', 'Review')`,
    [department],
  );
  await database.query(
    `insert into staff (id, login, password_hash, name, department_id)
     select gen_random_uuid(), 'bench-' || n, '-', ${drawn('family', 71)}.written || '　' || ${drawn('given', 72)}.written, $1
     from generate_series(1, $2::int) n, ${allWords}`,
    [department, officials],
  );
  await database.query(
    `insert into staff_role (staff_id, procedure_id, role)
     select s.id, p.id, r.role from staff s, procedure p join procedure_version v on v.hash = p.current_hash,
       jsonb_object_keys((v.files ->> 'workflow.json')::jsonb -> 'roles') as r(role)`,
  );
}

async function makeApplicants(database: Client): Promise<void> {
  await database.query(
    `with person as (select n, md5('person' || n)::uuid as id,
       ${drawn('family', 11)}.written || '　' || ${drawn('given', 12)}.written as name
       from generate_series(0, 19999) n, ${allWords}), made as (
       insert into account (id, mail, mail_key) select id, 'person' || n || '@example.jp', id::text from person)
     insert into applicant (id, account_id, kind, name, profile) select id, id, 'business', name, '{}' from person`,
  );
}

async function makeCases(database: Client): Promise<void> {
  const today = Date.now();
  const cases = await standingCases();
  const { rows } = await database.query<{ id: string }>('select id from staff order by login');
  const staffOf = (name: string): string =>
    rows[createHash('sha256').update(name).digest().readUInt16BE() % rows.length]?.id ?? '';
  const store = async (open: boolean, age: number, days: number): Promise<void> => {
    const among = cases.filter((one) => one.open === open).map((one) => daysAgo(one, days, today));
    await database.query(
      `insert into bench_case select $1, $2, (row_number() over ())::int - 1, c from unnest($3::jsonb[]) c`,
      [open, age, among.map((one) => JSON.stringify(withOfficials(one, staffOf)))],
    );
  };
  for (const open of [true, false]) {
    const picks = cases
      .filter((one) => one.open === open)
      .flatMap(({ weight }, i) => Array<number>(weight).fill(i));
    await database.query(
      'insert into bench_pick select $1, (row_number() over ())::int - 1, i from unnest($2::int[]) i',
      [open, picks],
    );
  }
  for (let age = 0; age < openDays; age++) await store(true, age, age);
  const step = (years * 365) / closedSteps;
  for (let age = 0; age < closedSteps; age++) await store(false, age, openDays + age * step);
}

function withOfficials(one: StandingCase, staffOf: (name: string) => string): StandingCase {
  return {
    ...one,
    events: one.events.map((event) =>
      event.actor_kind === 'staff' ? { ...event, actor_id: staffOf(event.actor_id) } : event,
    ),
  };
}

/** $1 first and $2 last of the range, $3 how many there will be, $4 how many of them are open. */
const copyRange = `
with drawn as materialized (
  select n, n >= $3::int - $4::int as open, bench_chance(n, 1) as luck,
    case when n >= $3::int - $4::int then ($3::int - 1 - n) * ${openDays} / $4::int
      else ${closedSteps - 1} - (n::bigint * ${closedSteps} / greatest($3::int - $4::int, 1))::int end as age,
    ${drawn('family', 2)} as family, ${drawn('given', 3)} as given, ${drawn('shop', 4)} as shop,
    ${drawn('family', 5)} as shop_of, ${drawn('town', 6)} as town,
    (1 + floor(bench_chance(n, 7) * 20))::int || '-' || (1 + floor(bench_chance(n, 8) * 30))::int as block,
    '06' || lpad(floor(bench_chance(n, 9) * 1e8)::bigint::text, 8, '0') as phone
  from generate_series($1::int, $2::int) n, ${allWords}
), many as materialized (
  select open, count(*)::int as slots from bench_pick group by open
), made as materialized (
  select d.*, c.one, columns.*,
    -- As new ids are: in the order of time.
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(d.n::text), 1, 3) || 'a'
      || substr(md5(d.n::text), 4, 15))::uuid as id, at,
    md5('person' || floor(bench_chance(d.n, 10) * 20000)::int)::uuid as applicant,
    (d.family).written || '　' || (d.given).written as name,
    (d.shop).written || ' ' || (d.shop_of).written as subject
  from drawn d
  join many on many.open = d.open
  join bench_pick on bench_pick.open = d.open and bench_pick.slot = floor(d.luck * many.slots)
  join bench_case c on c.open = d.open and c.age = d.age and c.i = bench_pick.i
  cross join lateral (select (c.one ->> 'arrived_at')::timestamptz
    + make_interval(secs => bench_chance(d.n, 13) * case when d.open then 80000 else 1900000 end) as at) arrived
  cross join lateral jsonb_to_record(c.one -> 'columns') as columns(stage text, stage_role text, stage_roles text[],
    team text, next_timer_at timestamptz, living boolean, on_hold boolean, due_on date, entered_at timestamptz,
    correction_due_on date)
), drafts as (
  insert into draft (id, applicant_id, procedure_id, version_hash, kind, state, answers, created_at, saved_at)
  select m.id, m.applicant, p.id, p.current_hash, 'application', 'submitted', '{}', m.at, m.at
  from made m join procedure p on p.id = m.one ->> 'procedure_id'
), applications as (
  insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject, applicant_name,
    living, stage, stage_role, stage_roles, team, next_timer_at, open, on_hold, returned, due_on, entered_at,
    correction_due_on, assignee_id, warnings_count, event_count, state, submitted_at, closed_at, processing_days)
  select m.id, (m.one ->> 'prefix') || '-' || lpad((extract(year from m.at)::int - 2018)::text, 2, '0') || '-'
      || lpad(m.n::text, 7, '0') || '-0',
    p.id, p.current_hash, m.applicant, m.id, m.subject, m.name, m.living, m.stage, m.stage_role, m.stage_roles, m.team,
    m.next_timer_at, m.open, m.open and bench_chance(m.n, 14) < 0.03, m.open and bench_chance(m.n, 15) < 0.1, m.due_on,
    m.entered_at, m.correction_due_on,
    case when m.open and m.stage_role is not null and bench_chance(m.n, 16) < 0.4 then (
      select s.id from staff s where s.login = 'bench-' || (1 + floor(bench_chance(m.n, 17) * ${officials}))::int) end,
    (m.one ->> 'warnings')::int, jsonb_array_length(m.one -> 'events'), m.one -> 'state', m.at,
    case when not m.open then (m.one ->> 'now')::timestamptz end,
    case when not m.open then 5 + floor(bench_chance(m.n, 18) * 30)::int end
  from made m join procedure p on p.id = m.one ->> 'procedure_id'
), submitted as (
  insert into submission (application_id, n, draft_id, answers, warnings, at)
  select id, 1, id, one -> 'answers', '[]', at from made
), events as (
  insert into application_event (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id, role,
    reason, public_reason)
  select m.id, e.* from made m cross join lateral jsonb_to_recordset(m.one -> 'events') as e(seq int, at timestamptz,
    type text, from_stage text, to_stage text, action text, actor_kind text, actor_id text, role text, reason text,
    public_reason text)
), readings as (
  -- A third of the open ones are new; the others were opened by one or two.
  insert into reading (application_id, staff_id, day, department, roles, first_at, last_at)
  select m.id, s.id, (m.at + interval '1 day')::date, '審査課', '{reviewer_1}', m.at + interval '1 day',
    m.at + interval '1 day'
  from made m join staff s on s.login = 'bench-' || (1 + floor(bench_chance(m.n, 19) * ${officials}))::int
  where not m.open or bench_chance(m.n, 20) < 0.67
), marks as (
  insert into field_annotation (application_id, path, staff_id, mark, note, value_hash, at)
  select m.id, f.path, s.id, 'checked', '', '-', m.at
  from made m join staff s on s.login = 'bench-' || (1 + floor(bench_chance(m.n, 19) * ${officials}))::int,
    unnest(array['/store/name', '/store/address', '/applicant/name']) as f(path)
  where m.open and bench_chance(m.n, 21) < 0.5
), traits as (
  insert into application_trait (application_id, kind, value, path)
  select m.id, t.* from made m cross join lateral (values ('phone', m.phone, 'applicant.phone'),
    ('address', (m.town).written || m.block, 'store.address')) as t
), conversations as (
  insert into conversation (application_id, procedure_id, applicant_id, last_at, awaits_reply)
  select m.id, m.one ->> 'procedure_id', m.applicant, m.at, m.open
  from made m where bench_chance(m.n, 22) < 0.03
  returning application_id, last_at, awaits_reply
), messages as (
  insert into message (id, application_id, key, side, body, at, read_at)
  select gen_random_uuid(), application_id, gen_random_uuid(), 'applicant', 'いつごろ決まりますか。', last_at,
    case when awaits_reply then null else last_at end
  from conversations
), answers_listed as (
  insert into application_listed (application_id, field, procedure_id, sort, value)
  select m.id, l.field, m.one ->> 'procedure_id', l.sort, l.value
  from made m cross join lateral bench_listed(m.one ->> 'procedure_id', (m.town).key, m.phone) l where m.open
), found_by as (
  select m.id, m.at, m.one ->> 'procedure_id' as procedure_id,
    (select jsonb_object_agg(l.field, l.key) from bench_listed(m.one ->> 'procedure_id', (m.town).key, m.phone) l) as listed,
    array[
    (m.shop).key || (m.shop_of).key, (m.family).key || (m.given).key, (m.family).reading_key || (m.given).reading_key,
    (m.shop).reading_key || (m.shop_of).reading_key, (m.town).key || replace(m.block, '-', ''), m.phone] as lines
  from made m
)
insert into application_search (application_id, procedure_id, submitted_at, words, pairs, listed)
select id, procedure_id, at, array_to_string(lines, E'\\n'), array(
  select distinct substr(line, i, 2) from unnest(lines) line, generate_series(1, length(line) - 1) i)
  || bench_listed_pairs(listed), listed
from found_by`;
