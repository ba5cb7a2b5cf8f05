import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MailSource, SendingState } from './mail-sending.entity.js';
import { addressWorks, notArrived } from './record-sending.js';

/** What somebody tells us about a mail of ours. */
export interface MailReport {
  readonly kind: Exclude<SendingState, 'sent'>;
  /** Id of the Message-ID; without it nothing can be said about any mail of ours. */
  readonly mailId: string;
  /** Addresses that the report may be about. Where it names none, a mail to one recipient is about that one. */
  readonly recipients: readonly string[];
  /** RFC 3463, such as 5.1.1. */
  readonly status: string | null;
  /** When it happened, where that is told: what is older than the mail is about an earlier attempt. */
  readonly at?: Date;
}

/** What comes later in this list is not undone by what comes earlier: reports arrive late and out of order. */
const order: readonly SendingState[] = ['sent', 'delayed', 'delivered', 'bounced', 'complained'];

interface SendingRow {
  readonly recipient: string;
  readonly source: MailSource;
  readonly application_id: string | null;
}

@Injectable()
export class TakeInReport {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Safe to repeat. A report can be forged by whoever knows the id of a mail, which are those who got it; so it changes
   * what is known about that mail and its own recipients and nothing else.
   * @returns whether it changed anything
   */
  async run({ kind, mailId, recipients, status, at }: MailReport): Promise<boolean> {
    const keys = [...new Set(recipients.map((address) => address.toLowerCase()))];
    return this.dataSource.transaction(async (tx) => {
      const [changed] = await tx.query<[SendingRow[], number]>(
        `update mail_sending s set state = $2, status = $3, changed_at = clock_timestamp()
         where s.mail_id = $1 and array_position($5::text[], s.state) < array_position($5::text[], $2)
           and case when $4::text[] = '{}'
             then (select count(*) from mail_sending o where o.mail_id = $1) = 1
             else s.recipient_key = any($4) end
           and ($6::timestamptz is null or s.sent_at - interval '1 minute' <= $6)
         returning recipient, source, application_id`,
        [mailId, kind, status, keys, order, at ?? null],
      );
      for (const { recipient, source, application_id: applicationId } of changed) {
        if (kind === 'delivered') await addressWorks(tx, recipient);
        if (kind === 'bounced' || kind === 'complained')
          await notArrived(tx, { id: mailId, source, applicationId, recipient }, kind, status);
      }
      return changed.length > 0;
    });
  }
}
