import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a notice can be proved: its page for everybody, its signature, the decision behind it, and its end. */
export class NoticeProofs1765000000360 implements MigrationInterface {
  readonly name = 'NoticeProofs1765000000360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table notice_proof (
  notice_id       uuid primary key references notice,
  -- Stands in the printed code; nobody can guess it.
  token           text not null unique,
  -- Of the page that the code leads to, as it was printed.
  address         text not null,
  -- What everybody may read of it.
  words           jsonb not null,
  -- The yes of each official that led to it; null where nobody decided anything.
  decision        jsonb,
  -- Image of the seal that was printed.
  seal_sha256     text,
  -- Of the document as it is drawn, before it is signed: drawn again from the stored facts it has the same bytes.
  drawn_sha256    text,
  -- Of the document as it is handed out; once there, it never changes.
  pdf_sha256      text,
  level           text check (level in ('none', 'B-B', 'B-T')),
  signer          text,
  signed_at       timestamptz,
  stamped_at      timestamptz
);
create index notice_proof_pdf on notice_proof (pdf_sha256);

-- Notices that must be signed and cannot be.
create table notice_waiting (
  notice_id uuid primary key references notice,
  since     timestamptz not null,
  reason    text not null
);

create table notice_revocation (
  id            uuid primary key,
  notice_id     uuid not null references notice,
  state         text not null default 'asked' check (state in ('asked', 'revoked', 'declined')),
  -- For colleagues, and for everybody who looks the notice up.
  reason        text not null,
  public_reason text not null,
  asked_by      uuid not null references staff,
  asked_at      timestamptz not null,
  settled_by    uuid references staff,
  settled_at    timestamptz,
  settled_words text,
  constraint notice_revocation_settled check ((state = 'asked') = (settled_by is null)),
  constraint notice_revocation_two_people check (settled_by is null or state = 'declined' or settled_by <> asked_by)
);
create unique index notice_revocation_one on notice_revocation (notice_id) where state <> 'declined';
create index notice_pdf on notice (pdf_sha256) where pdf_sha256 is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index notice_pdf;
drop table notice_revocation;
drop table notice_waiting;
drop table notice_proof;`);
  }
}
