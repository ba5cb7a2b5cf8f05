import { Client } from 'pg';

/** Moves the clock of one database; everything the product does goes by it. */
export interface MovedClock {
  /** @param at ISO instant; from then on the clock goes on by itself */
  to(at: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Puts functions of the same names before PostgreSQL's own clock, for every connection that is opened from now on:
 * nothing of the product is replaced, and nothing in it knows. Defaults and views were bound to the old ones, and are
 * made anew.
 */
export async function moveClockOf(databaseUrl: string, at: string): Promise<MovedClock> {
  const admin = new Client({ connectionString: databaseUrl });
  await admin.connect();
  const name = new URL(databaseUrl).pathname.slice(1);
  await admin.query(`
    create table moved_clock (shift interval not null);
    insert into moved_clock values ('0');
    create function public.now() returns timestamptz language sql stable
      as 'select pg_catalog.now() + (select shift from public.moved_clock)';
    create function public.clock_timestamp() returns timestamptz language sql volatile
      as 'select pg_catalog.clock_timestamp() + (select shift from public.moved_clock)';
    do $$
    declare one record;
    begin
      for one in
        select format('alter table %s alter column %I set default public.%s', d.adrelid::regclass, a.attname,
          pg_get_expr(d.adbin, d.adrelid)) as change
        from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        where pg_get_expr(d.adbin, d.adrelid) in ('now()', 'clock_timestamp()')
      loop execute one.change; end loop;
      for one in
        select format('create or replace view %s as %s', c.oid::regclass,
          replace(pg_get_viewdef(c.oid), 'now()', 'public.now()')) as change
        from pg_class c where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace
          and pg_get_viewdef(c.oid) like '%now()%'
      loop execute one.change; end loop;
    end $$;
    alter database ${name} set search_path = public, pg_catalog;
    set search_path = public, pg_catalog`);
  const to = async (instant: string): Promise<void> => {
    await admin.query('update moved_clock set shift = $1::timestamptz - pg_catalog.clock_timestamp()', [
      instant,
    ]);
  };
  await to(at);
  return { to, stop: () => admin.end() };
}
