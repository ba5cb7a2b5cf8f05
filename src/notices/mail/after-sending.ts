import type { Logger } from '@nestjs/common';
import { ComeAgain } from '../../jobs/come-again.js';
import type { MailOutcome } from './mailer.js';

/**
 * What becomes of the job, once the row says how the mail went: it ends, or throws and is run again.
 * @param outcome null: there was nothing to send
 */
export function afterSending(id: string, outcome: MailOutcome | null, logger: Logger): void {
  if (outcome?.kind === 'later') throw new ComeAgain(outcome.pause);
  if (outcome?.kind === 'failed') throw new Error(`The mail was not taken: ${outcome.reason}`);
  if (outcome?.kind === 'refused') logger.error(`Mail ${id} is undeliverable: ${outcome.reason}`);
}
