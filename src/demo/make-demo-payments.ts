import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addWorkingDays, civilDateInJapan, isBankDay } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { StaffAskers } from '../access/staff-askers.js';
import { newId } from '../database/id.js';
import type { Outcome } from '../http/refusal.js';
import { BeginPayments } from '../payments/begin-payments.js';
import { DecideProfile } from '../payments/decide-profile.js';
import { ExportPayments } from '../payments/export-payments.js';
import type { ProfileSettings } from '../payments/payment-profile.dto.js';
import { ProposeProfile } from '../payments/propose-profile.js';
import { ReleasePayments } from '../payments/release-payments.js';
import { RunPayments } from '../payments/run-payments.js';
import { SubmitPayments } from '../payments/submit-payments.js';

const procedureId = 'jitan-9';

const account: ProfileSettings = {
  title: '協力金 支払口座（りそな 大阪）',
  clientCode: '0027000801',
  clientName: 'オオサカフ キヨウリヨクキン',
  bankCode: '0010',
  branchCode: '101',
  accountType: '1',
  accountNumber: '0270008',
  slash: false,
  newline: true,
  endMark: false,
  clearingHouse: 'spaces',
  headerAccount: true,
  rowsPerFile: 10_000,
};

/** Payments in each state in which somebody has something to do, by the verbs that officials use. */
@Injectable()
export class MakeDemoPayments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly propose: ProposeProfile,
    private readonly decide: DecideProfile,
    private readonly begin: BeginPayments,
    private readonly work: RunPayments,
    private readonly submit: SubmitPayments,
    private readonly release: ReleasePayments,
    private readonly make: ExportPayments,
  ) {}

  /** On the first start only. */
  async run(): Promise<void> {
    const [any] = await this.dataSource.query<unknown[]>('select 1 from payment_profile limit 1');
    const ids = await this.waiting();
    if (any || ids.length < 7) return;
    const [ito, matsumoto] = [await this.official('ito'), await this.official('matsumoto')];
    const profileId = orThrow(await this.propose.run(ito, null, account, false));
    orThrow(await this.decide.confirm(matsumoto, profileId, 1));
    const savings = { ...account, title: '協力金 予備口座', accountNumber: '0270016', newline: false };
    orThrow(await this.propose.run(matsumoto, null, savings, false));
    await this.paidLately(ito, matsumoto, profileId);

    const batch = async (from: number, to: number): Promise<string> => {
      const list = { procedureId, payOn: nextBankDay(), profileId, from: { ids: ids.slice(from, to) } };
      const id = orThrow(await this.begin.run(ito, list));
      // The server goes through batches by itself, too, and may have this one in hand already.
      do await this.work.run();
      while (await this.isLookedAt(id));
      return id;
    };
    const atBank = await batch(0, 2);
    orThrow(await this.submit.run(ito, atBank));
    orThrow(await this.release.run(matsumoto, atBank, await this.digestOf(atBank)));
    orThrow(await this.make.run(ito, atBank));
    orThrow(await this.submit.run(ito, await batch(2, 4)));
    // Those that came last have warnings; the rest goes on waiting.
    await batch(ids.length - 2, ids.length);
  }

  /** Grants of applications that ended before there were batches. */
  private async paidLately(ito: StaffAsker, matsumoto: StaffAsker, profileId: string): Promise<void> {
    const id = newId();
    await this.dataSource.query(
      `with batch as (
         insert into payment_batch (id, number, procedure_id, state, pay_on, profile_id, profile, created_by, created_at,
           checked_by, released_by, released_at)
         select $1, nextval('payment_batch_number_seq'), $2, 'closed', (now() - interval '20 days')::date, $3, f.settings,
           $4, now() - interval '24 days', $4, $5, now() - interval '23 days'
         from payment_profile f where f.id = $3 and f.state = 'in_force' returning id, pay_on
       )
       insert into payment (batch_id, n, application_id, applicant_id, reference, state, lock, amount, new_code, settled_on)
       select batch.id, row_number() over (order by a.closed_at), a.id, a.applicant_id,
         nextval('payment_reference_seq'), 'paid', a.lock, (s.answers -> 'sales' ->> 'payable')::bigint, '0', batch.pay_on
       from batch, application a join submission s on s.application_id = a.id and s.n = a.submission_count
       where a.procedure_id = $2 and a.stage = 'paid' and s.answers -> 'sales' ->> 'payable' ~ '^[0-9]+$'`,
      [id, procedureId, profileId, ito.id, matsumoto.id],
    );
  }

  /** The longest first. */
  private async waiting(): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select id from application where procedure_id = $1 and stage = 'payout' and open order by entered_at, id`,
      [procedureId],
    );
    return rows.map(({ id }) => id);
  }

  private async isLookedAt(id: string): Promise<boolean> {
    const looking = await this.dataSource.query<unknown[]>(
      `select 1 from payment_batch where id = $1 and state = 'looking'`,
      [id],
    );
    return looking.length > 0;
  }

  private async digestOf(id: string): Promise<string> {
    const [batch] = await this.dataSource.query<{ digest: string }[]>(
      'select digest from payment_batch where id = $1',
      [id],
    );
    return batch?.digest ?? '';
  }

  private async official(login: string): Promise<StaffAsker> {
    const [row] = await this.dataSource.query<{ id: string }[]>('select id from staff where login = $1', [
      login,
    ]);
    const asker = row && (await this.askers.find(row.id));
    if (!asker) throw new Error(`There is no official ${login}.`);
    return asker;
  }
}

function nextBankDay(): string {
  let day = addWorkingDays(civilDateInJapan(new Date().toISOString()), 3);
  while (!isBankDay(day)) day = addWorkingDays(day, 1);
  return day;
}

function orThrow<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
