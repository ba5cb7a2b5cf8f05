import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of the search keeps every key apart for each procedure and each 256 days. What is rare is found in a few
 * short lists, without comparing them with the list of all that came in those years; and a house by its number, because
 * 梅田114 is one key.
 */
export class SearchPeriods1765000000345 implements MigrationInterface {
  readonly name = 'SearchPeriods1765000000345';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index application_by_keys;
drop function search_keys(text[], text, text, timestamptz);
-- Behind procedure and period: pairs of neighbouring characters, digits by four, numbers of two to four digits with the
-- letter before, kanji by one, and digits of listed answers by four. Further in which 6 hours, day, 4, 16 and 64 days of
-- the procedure. No key holds the end of a line.
create function search_keys(pairs text[], words text, listed jsonb, procedure_id text, at timestamptz) returns text[]
  immutable parallel safe language sql
  as $$ select string_to_array(scope || array_to_string(pairs
      || array(select substr(run[1], i, 4)
        from regexp_matches(words, '[0-9]{4,}', 'g') run, generate_series(1, length(run[1]) - 3) i)
      || array(select house[1] || left(house[2], size)
        from regexp_matches(words, '([^0-9\\n])([0-9]{2,4})', 'g') house, generate_series(2, length(house[2])) size)
      || string_to_array(regexp_replace(words, '[^㐀-鿿々豈-龎𠀀-\\U0010ffff]+', '', 'g'), null)
      || array(select field || '/' || substr(run[1], i, 4)
        from jsonb_each_text(listed) one(field, value), regexp_matches(value, '[0-9]{4,}', 'g') run,
          generate_series(1, length(run[1]) - 3) i),
      E'\\n' || scope), E'\\n')
    || array(select '@' || procedure_id || '/' || level || '/' || (unit >> (2 * level)) from generate_series(0, 4) level)
  from (select floor(extract(epoch from at))::bigint / 21600) u(unit),
    lateral (select procedure_id || '/' || (unit >> 10) || '/') s(scope) $$;
-- A search asks many short questions: each would read the whole list of what is not yet sorted in.
create index application_by_keys on application_search
  using gin (search_keys(pairs, words, listed, procedure_id, submitted_at)) with (fastupdate = off);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index application_by_keys;
drop function search_keys(text[], text, jsonb, text, timestamptz);
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
create index application_by_keys on application_search
  using gin (search_keys(pairs, words, procedure_id, submitted_at));`);
  }
}
