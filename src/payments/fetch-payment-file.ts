import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { SecretBox } from '../access/second-factor/secret-box.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { sha256 } from './export-payments.js';
import { PaymentReach } from './payment-reach.js';
import type { StoredSettings } from './payment-profile.entity.js';
import { recordPaymentEvent } from './record-payment-event.js';
import { writePaymentFile } from './write-payment-file.js';

interface Found {
  readonly name: string;
  readonly sha256: string;
  readonly first_n: number;
  readonly last_n: number;
  readonly pay_on: string;
  readonly profile: StoredSettings;
}

@Injectable()
export class FetchPaymentFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
    private readonly box: SecretBox,
  ) {}

  /**
   * A file for the bank; each time somebody fetches it is recorded.
   *
   * @throws when its bytes are no longer those that were made
   */
  async run(
    staff: StaffAsker,
    id: string,
    part: number,
  ): Promise<Outcome<{ readonly name: string; readonly bytes: Buffer }>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const [file] = await tx.query<Found[]>(
        `select f.name, f.sha256, f.first_n, f.last_n, b.pay_on::text as pay_on, b.profile
         from payment_file f join payment_batch b on b.id = f.batch_id
         where f.batch_id = $1 and f.part = $2 and b.procedure_id = any($3)`,
        [id, part, procedures],
      );
      if (!file) return refuse('not-found');
      const bytes = await writePaymentFile(
        tx,
        this.box,
        { id, payOn: file.pay_on, settings: file.profile },
        { firstN: file.first_n, lastN: file.last_n },
      );
      if (sha256(bytes) !== file.sha256) throw new Error('A file for the bank is not what was released.');
      await recordPaymentEvent(tx, staff, id, 'download', { part, sha256: file.sha256 });
      return done({ name: file.name, bytes });
    });
  }
}
