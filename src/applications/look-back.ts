import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { runStatement, type Statement } from '../database/statement.js';
import { blocksBack } from './blocks-back.js';
import { chooseGrams, type Gram } from './search-grams.js';
import type { Cursor } from './queue.js';

/** What a row of `application_search` is compared with, and how. */
export interface Sought {
  /** `words`: each stands somewhere in the row. `answer`: the text stands in the answer to one listed question. */
  readonly kind: 'words' | 'answer';
  /** In which procedures. */
  readonly procedures: readonly string[];
  readonly wanted: readonly string[] | WantedAnswer;
  /** What of it the index may be asked for. */
  readonly grams: readonly Gram[];
}

export interface WantedAnswer {
  readonly field: string;
  readonly key: string;
  /** Stages in which the asker sees the answer. */
  readonly stages: readonly string[];
}

/** So many of the newest are looked through without the index: what every fifth has is found among them. */
const newestRows = 250;

/**
 * Finds the newest rows that fit, and looks no further back than it must: first through the newest alone, then through
 * blocks of time that the index knows, until a page is full. What that costs depends on how much of what is stored one
 * must pass to fill the page, never on how much lies behind it.
 */
@Injectable()
export class LookBack {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns ids, newest first, at most `size` of them */
  async find(sought: Sought, [at, id]: Cursor, size: number): Promise<readonly string[]> {
    const { kind, procedures, wanted, grams } = sought;
    const asked = [procedures, kind === 'words' ? wanted : JSON.stringify(wanted)];
    const [newest] = await runStatement<Newest>(this.dataSource, newestOf[kind], [
      ...asked,
      at,
      id,
      size,
      grams.map(({ key }) => key),
    ]);
    if (!newest || newest.last === null || newest.rows < newestRows || newest.ids.length === size) {
      return newest?.ids ?? [];
    }
    const chosen = chooseGrams(grams, newest.marks);
    const share = newest.ids.length > 2 ? newest.ids.length / newest.rows : chosen.share;
    const missing = size - newest.ids.length;
    const span = (newest.first.getTime() - newest.last.getTime()) * (missing / (newest.rows * share));
    const blocks = blocksBack(newest.last, newest.oldest, span);
    const [further] = await runStatement<{ ids: string[] }>(this.dataSource, furtherOf[kind], [
      ...asked,
      newest.last_rank,
      newest.last_id,
      missing,
      chosen.keys,
      blocks.map(({ period }) => period),
      blocks.map(({ level, number, whole }) => (whole ? '' : `${level}/${number}`)),
      blocks.map(({ before }) => before),
    ]);
    return [...newest.ids, ...(further?.ids ?? [])];
  }
}

interface Newest {
  readonly ids: string[];
  readonly rows: number;
  /** Among them; to the microsecond as text. */
  readonly first: Date;
  readonly last: Date | null;
  readonly last_rank: string;
  readonly last_id: string;
  /** For each gram, in which of them it stands. */
  readonly marks: string[];
  /** Of all that is stored. */
  readonly oldest: Date;
}

/** Twice cast: of what `unseen` makes of it, `any` would take the rows and not the array. */
const inScope = 'f.procedure_id = any($1::text[]::text[])';

/** $1 procedures, $2 what is wanted. The index knows parts, not their neighbours: 田中中村 holds 田中 and 中村, and not 田中村. */
const fits = {
  words: `${inScope} and (select bool_and(strpos(f.words, word) > 0) from unnest($2::text[]) word)`,
  answer: `${inScope} and (select case
      when length(w.key) = 1 then f.listed ->> w.field = w.key else strpos(f.listed ->> w.field, w.key) > 0 end
      and exists (select from application a where a.id = f.application_id and a.stage = any(w.stages))
    from jsonb_to_record($2::jsonb) as w(field text, key text, stages text[]))`,
} as const;

/** $2 as above. The key of an answer begins with its question. */
const stands = {
  words: 'strpos(f.words, gram) > 0',
  answer: `strpos(f.listed ->> ($2::jsonb ->> 'field'), right(gram, -1 - length($2::jsonb ->> 'field'))) > 0`,
} as const;

const newestOf = both(
  (kind) => `with newest as materialized (
    select * from application_search f where (f.submitted_at, f.application_id) < ($3::timestamptz, $4::uuid)
    order by f.submitted_at desc, f.application_id desc limit ${newestRows}), last as (
    select submitted_at, application_id from newest order by submitted_at, application_id limit 1)
  select (select count(*)::int from newest) as rows,
    (select max(submitted_at) from newest) as first,
    (select submitted_at from last) as last,
    (select submitted_at::text from last) as last_rank,
    (select application_id from last) as last_id,
    (select submitted_at from application_search order by submitted_at, application_id limit 1) as oldest,
    array(select (select string_agg(case when ${inScope} and ${stands[kind]} then '1' else '0' end, '')
                  from newest f)
          from unnest($6::text[]) with ordinality as g(gram, n) order by n) as marks,
    array(select application_id from newest f where ${fits[kind]}
          order by submitted_at desc, application_id desc limit $5::int) as ids`,
  'search_newest',
);

const keysOf = 'search_keys(f.pairs, f.words, f.listed, f.procedure_id, f.submitted_at)';

/**
 * Block by block, until enough is found, and procedure by procedure: so the index is asked for rows that hold all keys, and
 * never for one of many; and for nothing else (`offset 0`): an index of the time would give all that is older.
 */
const furtherOf = both(
  (kind) => `with recursive back as (
    select 0 as n, '{}'::uuid[] as ids
    union all
    select back.n + 1, back.ids || more.ids
    from back cross join lateral (
      with held as materialized (
        select f.application_id, f.submitted_at from unnest($1::text[]) scope cross join lateral (
          select * from application_search f where ${keysOf} @> (
            array(select scope || '/' || ($7::int[])[back.n + 1] || '/' || key from unnest($6::text[]) key)
            || array(select '@' || scope || '/' || part from unnest(($8::text[])[back.n + 1:back.n + 1]) part where part <> ''))
          offset 0) f
        where f.submitted_at < ($9::timestamptz[])[back.n + 1]
          and (f.submitted_at, f.application_id) < ($3::timestamptz, $4::uuid) and ${fits[kind]})
      select array(select application_id from held order by submitted_at desc, application_id desc limit $5::int) as ids
    ) more
    where back.n < cardinality($7::int[]) and cardinality(back.ids) < $5::int)
  select ids[1:$5::int] as ids from back order by n desc limit 1`,
  'search_further',
);

function both(
  text: (kind: Sought['kind']) => string,
  name: string,
): Readonly<Record<Sought['kind'], Statement>> {
  return {
    words: { name: `${name}_words`, text: unseen(text('words')) },
    answer: { name: `${name}_answer`, text: unseen(text('answer')) },
  };
}

/**
 * Hides the values from the planner, so that it plans once and for all. It would plan for the values of each search anew,
 * which takes as long as the search, and come to the same plan.
 */
function unseen(text: string): string {
  return text.replaceAll(/\$\d::\w+(?:\[\])?/g, '(select $&)');
}
