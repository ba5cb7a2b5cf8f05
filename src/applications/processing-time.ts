import { addWorkingDays, civilDateInJapan, clockLedger, type IsoDate, type Procedure } from '#engine';
import type { ApplicationRecord } from './applications.queries.js';
import { historyEntries } from './history-entries.js';

export interface ProcessingTime {
  /** Working days that count against the standard period. */
  readonly used: number;
  /** The day by which the standard period ends, corrections not counted; null once the application has ended. */
  readonly expectedBy: IsoDate | null;
}

export function processingTime({ info, workflow }: Procedure, record: ApplicationRecord): ProcessingTime {
  const ledger = clockLedger(historyEntries(record.events), workflow.stages, record.now.toISOString());
  const arrivedOn = civilDateInJapan(record.submitted_at.toISOString());
  return {
    used: ledger.used,
    expectedBy: ledger.running
      ? addWorkingDays(arrivedOn, info.standardProcessingDays + ledger.stopped)
      : null,
  };
}
