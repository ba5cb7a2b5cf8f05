import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search and queues that take as long among millions as among few: runs of digits by four at a time, because two of them
 * stand in every telephone number; the weeks, so that the newest are looked through first; and what waits for a role by
 * its due day, counted from one index.
 */
export class DeskSpeed1765000000280 implements MigrationInterface {
  readonly name = 'DeskSpeed1765000000280';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function digit_runs(words text) returns text[] immutable parallel safe language sql
  as $$ select array(select distinct substr(run[1], i, 4)
    from regexp_matches(words, '[0-9]{4,}', 'g') run, generate_series(1, length(run[1]) - 3) i) $$;
create function weeks_of(at timestamptz) returns int[] immutable parallel safe language sql
  as $$ select array[(extract(epoch from at) / 604800)::int] $$;

drop index if exists application_by_pairs;
create index application_by_pairs on application_search using gin (pairs, digit_runs(words), weeks_of(submitted_at));
drop index application_search_newest;
-- What very many have is found soonest from the newest on.
create index application_search_newest on application_search (submitted_at desc, application_id desc);

create index application_awaited on application (procedure_id, stage_role, due_rank, id) where open;
drop index application_returned;
create index application_returned on application (procedure_id, stage_role, due_rank, id) where open and returned;
create index application_counted on application (procedure_id)
  include (stage, stage_role, stage_roles, team, assignee_id, due_rank, returned, on_hold) where open;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index application_counted;
drop index application_returned;
create index application_returned on application (procedure_id, due_rank, id) where open and returned;
drop index application_awaited;
drop index application_search_newest;
create index application_search_newest on application_search (procedure_id, submitted_at desc);
drop index application_by_pairs;
create index application_by_pairs on application_search using gin (pairs);
drop function weeks_of(timestamptz);
drop function digit_runs(text);`);
  }
}
