import { Injectable } from '@nestjs/common';
import { OnJob } from '../../jobs/on-job.js';
import { SendOwed } from '../mail/send-owed.js';

interface OwedRow {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

@Injectable()
export class DeliverTrialMail {
  constructor(private readonly sending: SendOwed) {}

  @OnJob('deliver-trial-mail')
  async run(id: string): Promise<void> {
    await this.sending.run('trial_mail', id, async (tx) => {
      const [owed] = await tx.query<OwedRow[]>(
        `select recipient as to, subject, text, html from trial_mail
         where id = $1 and state = 'queued' for update nowait`,
        [id],
      );
      return owed ?? null;
    });
  }
}
