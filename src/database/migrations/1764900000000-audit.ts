import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was changed and who has seen what, sealed so that a later change shows. */
export class Audit1764900000000 implements MigrationInterface {
  readonly name = 'Audit1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table audit_event (
  id   uuid primary key,
  -- Transaction that wrote it: what tells the sealer that nobody can still commit before it.
  xid  bigint not null default pg_current_xact_id()::text::bigint,
  -- Canonical JSON (RFC 8785); its bytes are what is sealed.
  body text not null
);
create index audit_event_xid on audit_event (xid);

create table audit_key (
  -- SHA-256 of the public key (SPKI, DER).
  id         text primary key check (id ~ '^[0-9a-f]{64}$'),
  public_key text not null,
  first_at   timestamptz not null default clock_timestamp()
);

create table audit_seal (
  number    int primary key check (number > 0),
  -- Canonical JSON; its bytes are what is signed.
  body      text not null,
  signature bytea not null,
  key_id    text not null references audit_key,
  -- Every event of an earlier transaction is in this seal or in one before.
  upto_xid  bigint not null
);

-- Where an event stands among the sealed. A table of its own, because an event is never changed.
create table audit_place (
  event_id uuid primary key,
  seal     int not null references audit_seal,
  pos      int not null,
  leaf     bytea not null,
  unique (seal, pos)
);

create table audit_anchor (
  id           uuid primary key,
  -- Civil date in Japan.
  day          date not null unique,
  seal         int not null references audit_seal,
  body         text not null,
  delivered_at timestamptz
);
${['audit_event', 'audit_key', 'audit_seal', 'audit_place'].map(lock).join('')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table audit_anchor; drop table audit_place; drop table audit_seal; drop table audit_key; drop table audit_event;',
    );
  }
}

function lock(table: string): string {
  return `
create trigger ${table}_is_append_only before update or delete on ${table}
  for each row execute function refuse_change();
create trigger ${table}_is_not_emptied before truncate on ${table}
  for each statement execute function refuse_change();`;
}
