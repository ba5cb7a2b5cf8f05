import { randomUUID } from 'node:crypto';
import { StaffAskers } from '../../../src/access/staff-askers.js';
import { SecretBox } from '../../../src/access/second-factor/secret-box.js';
import { ExportPayments } from '../../../src/payments/export-payments.js';
import { findingKey } from '../../../src/payments/finding-key.js';
import { accountPurpose } from '../../../src/payments/look-at-payments.js';
import type { Finding } from '../../../src/payments/payment.entity.js';
import type { ProfileSettings } from '../../../src/payments/payment-profile.dto.js';
import { batchDigest } from '../../../src/payments/released-content.js';
import type { TestApp } from './test-app.js';

const warning: Finding = { code: 'holder-long', level: 'warning', params: {}, accepted: null };
export const warningKey = findingKey(warning);

export const profileSettings: ProfileSettings = {
  title: '協力金口座',
  clientCode: '0012345678',
  clientName: 'オオサカフ',
  bankCode: '0010',
  branchCode: '101',
  accountType: '1',
  accountNumber: '7654321',
  slash: false,
  newline: true,
  endMark: false,
  clearingHouse: 'spaces',
  headerAccount: true,
  rowsPerFile: 1000,
};
const stored = { ...profileSettings, bankInFile: '', branchInFile: '' };
const account = {
  bank: '0010',
  bankName: '',
  branch: '101',
  branchName: '',
  type: '1',
  number: '0123456',
  holder: 'ｵｵｻｶ',
};

/** Batches as they stand in the database, of an application that is somewhere else; the official is made an accountant. */
export class OwnedPayments {
  constructor(
    private readonly test: TestApp,
    private readonly login: string,
  ) {}

  async profile(): Promise<string> {
    const id = randomUUID();
    await this.test.dataSource.query(
      `insert into payment_profile (id, n, state, settings, proposed_by) select $1, 1, 'in_force', $2, id from staff where login = $3`,
      [id, JSON.stringify(stored), this.login],
    );
    await this.test.dataSource.query(
      `insert into staff_role (staff_id, procedure_id, role)
       select id, 'jitan-9', 'accountant' from staff where login = $1 on conflict do nothing`,
      [this.login],
    );
    return id;
  }

  async batch(applicationId: string, state: 'draft' | 'released'): Promise<string> {
    const { app, dataSource } = this.test;
    const [id, profileId] = [randomUUID(), await this.profile()];
    await dataSource.query(
      `insert into payment_batch (id, number, procedure_id, state, pay_on, profile_id, profile, created_by)
       select $1, nextval('payment_batch_number_seq'), 'jitan-9', $2, '2030-01-15', $3, $4, s.id
       from staff s where login = $5`,
      [id, state, profileId, JSON.stringify(stored), this.login],
    );
    const sealed = app
      .get(SecretBox, { strict: false })
      .seal(Buffer.from(JSON.stringify(account)), accountPurpose(id, 1));
    await dataSource.query(
      `insert into payment (batch_id, n, application_id, applicant_id, reference, state, lock, amount, account, new_code,
         digest, findings)
       select $1, 1, id, applicant_id, nextval('payment_reference_seq'), 'ready', lock, 1000, $3, '0', 'x', $4
       from application where id = $2`,
      [id, applicationId, sealed, JSON.stringify(state === 'draft' ? [warning] : [])],
    );
    const digest = await batchDigest(dataSource.manager, id, '2030-01-15', stored);
    await dataSource.query('update payment_batch set digest = $2 where id = $1', [id, digest]);
    return id;
  }

  /** One whose file was made. */
  async exported(applicationId: string): Promise<string> {
    const { app, dataSource } = this.test;
    const id = await this.batch(applicationId, 'released');
    const [staff] = await dataSource.query<{ id: string }[]>('select id from staff where login = $1', [
      this.login,
    ]);
    const asker = await app.get(StaffAskers, { strict: false }).find(staff?.id ?? '');
    if (!asker) throw new Error('The official is there.');
    const made = await app.get(ExportPayments, { strict: false }).run(asker, id);
    if (!made.ok) throw new Error(made.code);
    return id;
  }
}
