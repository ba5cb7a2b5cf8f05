export const procedureTables = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: what is recorded there never changes', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create table procedure_version (
  -- SHA-256 of the folder's files in canonical form.
  hash         text primary key check (hash ~ '^[0-9a-f]{64}$'),
  procedure_id text not null,
  number       int  not null,
  -- Path in the folder → text.
  files        jsonb not null,
  -- Page → hash of its validator module.
  validators   jsonb not null,
  published_at timestamptz not null default now(),
  unique (procedure_id, number)
);
create trigger procedure_version_is_immutable before update or delete on procedure_version
  for each row execute function refuse_change();

create table procedure (
  id           text primary key,
  current_hash text not null references procedure_version,
  -- The office moved the window after publication; null = as published.
  opens_at     timestamptz,
  closes_at    timestamptz
);

create table validator_module (
  hash text primary key,
  code text not null
);
`;
