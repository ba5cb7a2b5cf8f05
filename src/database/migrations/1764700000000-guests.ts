import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who apply without registering: known by a mail address that they read, for one procedure each. */
export class Guests1764700000000 implements MigrationInterface {
  readonly name = 'Guests1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table account
  -- The one procedure that a guest may apply for; null for whoever registered. Their mail_key is no address, so that
  -- the same address can be registered beside; password_hash holds the secret of the look-up.
  add column guest_of  text references procedure,
  add column guest_key text,
  add check ((guest_of is null) = (guest_key is null)),
  add unique (guest_of, guest_key);

alter table mail_proof
  -- {procedureId, name, as}: as whom somebody goes on once their mail is confirmed.
  add column guest jsonb,
  drop constraint mail_proof_purpose_check,
  add constraint mail_proof_purpose_check
    check (purpose in ('registration', 'password-reset', 'mail-change', 'guest')),
  add constraint mail_proof_guest_check check ((purpose = 'guest') = (guest is not null));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from mail_proof where purpose = 'guest';
alter table mail_proof
  drop column guest,
  drop constraint mail_proof_purpose_check,
  add constraint mail_proof_purpose_check check (purpose in ('registration', 'password-reset', 'mail-change'));
-- What guests applied for stays, and nobody signs in as them any more.
alter table account drop column guest_of, drop column guest_key;`);
  }
}
