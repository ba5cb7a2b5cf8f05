import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One index for all that is searched, which also knows in which stretch of time a row came: a search looks back as far
 * as it must to fill a page, whatever lies behind. A kanji alone is found too: 林 is a name.
 */
export class SearchBack1765000000320 implements MigrationInterface {
  readonly name = 'SearchBack1765000000320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Pairs of neighbouring characters, digits by four, kanji by one, and blocks of 6 hours, 1 day, 4 days … 1,024 days: of
-- the procedure, and of all.
create function search_keys(pairs text[], words text, procedure_id text, at timestamptz) returns text[]
  immutable parallel safe language sql
  as $$ select pairs
    || array(select distinct substr(run[1], i, 4)
      from regexp_matches(words, '[0-9]{4,}', 'g') run, generate_series(1, length(run[1]) - 3) i)
    || array(select distinct letter from unnest(string_to_array(words, null)) w, lateral (select w collate "C" as letter) l
      where letter between '㐀' and '鿿' or letter = '々' or letter between '豈' and '龎' or letter >= '𠀀')
    || array(select '@' || scope || '/' || level || '/'
        || ((floor(extract(epoch from at))::bigint / 21600) >> (2 * level))
      from generate_series(0, 6) level, unnest(array[procedure_id, '']) scope) $$;
drop index application_by_pairs;
create index application_by_keys on application_search
  using gin (search_keys(pairs, words, procedure_id, submitted_at));
drop function weeks_of(timestamptz);
drop function digit_runs(text);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function digit_runs(words text) returns text[] immutable parallel safe language sql
  as $$ select array(select distinct substr(run[1], i, 4)
    from regexp_matches(words, '[0-9]{4,}', 'g') run, generate_series(1, length(run[1]) - 3) i) $$;
create function weeks_of(at timestamptz) returns int[] immutable parallel safe language sql
  as $$ select array[(extract(epoch from at) / 604800)::int] $$;
drop index application_by_keys;
create index application_by_pairs on application_search using gin (pairs, digit_runs(words), weeks_of(submitted_at));
drop function search_keys(text[], text, text, timestamptz);`);
  }
}
