import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { RepeatedWork } from '../../jobs/repeated-work.js';
import { TakeInReport } from '../take-in-report.js';
import { withPop3 } from './pop3-client.js';
import { mostBytes, readReports } from './read-report.js';

const lookEvery = 60_000;
/** Mails of one session: its deletions hold only once it has ended in order. */
const mostAtOnce = 200;
/** Of a mail that is larger than is looked at. */
const mostLines = 2_000;

/** Reads the mailbox that reports of undelivered mails come to, and empties it. */
@Injectable()
export class FetchReports extends RepeatedWork {
  constructor(
    private readonly takeIn: TakeInReport,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super(config.role, {
      log: 'mail',
      pause: lookEvery,
      failure: 'The mailbox of undelivered mails could not be read',
    });
  }

  protected async turn(): Promise<void> {
    await this.run();
  }

  /**
   * Each mail is taken in before it is deleted, and a session that breaks off leaves all of its mails: what it brought
   * comes again, which is harmless.
   * @returns how many mails it took out of the mailbox
   */
  async run(): Promise<number> {
    const { bounceMailboxUrl: url, from } = this.config.mail;
    if (url === undefined) return 0;
    const domain = /@([^@>]+)>?$/.exec(from)?.[1] ?? '';
    return withPop3(url, async (mailbox) => {
      const lying = (await mailbox.list()).slice(0, mostAtOnce);
      for (const { n, bytes } of lying) {
        if (this.isStopped) break;
        const raw = await mailbox.read(n, bytes > mostBytes ? mostLines : undefined);
        for (const report of await readReports(raw, domain)) await this.takeIn.run(report);
        await mailbox.remove(n);
      }
      await mailbox.quit();
      return lying.length;
    });
  }
}
