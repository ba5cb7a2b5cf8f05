import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How long applications that were decided lately have taken. Days as the processing clock counts them. */
export interface ProcessingTime {
  readonly cases: number;
  /** Mean days, to one decimal place. */
  readonly mean: number;
  /** Four of five were decided within as many. */
  readonly most: number;
}

/** Days looked back. */
export const LOOK_BACK_DAYS = 90;
/** Of fewer cases a mean would say more about them than about the office. */
export const LEAST_CASES = 5;
/** Means of 90 days move slowly. */
const FRESH_MS = 10 * 60_000;

interface Remembered {
  readonly at: number;
  readonly time: Promise<ProcessingTime | null>;
}

@Injectable()
export class ProcessingTimes {
  private readonly logger = new Logger('processing-times');
  private readonly remembered = new Map<string, Remembered>();

  constructor(private readonly dataSource: DataSource) {}

  /** Null below `LEAST_CASES`. Measured at most once in ten minutes; meanwhile, and while it is measured again, as before. */
  async of(procedureId: string): Promise<ProcessingTime | null> {
    const known = this.remembered.get(procedureId);
    if (known && Date.now() - known.at < FRESH_MS) return known.time;
    const measured = this.measure(procedureId);
    if (!known) {
      this.remembered.set(procedureId, { at: Date.now(), time: measured });
      measured.catch(() => this.remembered.delete(procedureId));
      return measured;
    }
    this.remembered.set(procedureId, { at: Date.now(), time: known.time });
    measured.then(
      (time) => this.remembered.set(procedureId, { at: Date.now(), time: Promise.resolve(time) }),
      (error: unknown) => this.logger.error(String(error)),
    );
    return known.time;
  }

  /** By the index `application_processing` alone. */
  async measure(procedureId: string): Promise<ProcessingTime | null> {
    const [row] = await this.dataSource.query<{ cases: number; mean: number; most: number }[]>(
      `select count(*)::int as cases, round(avg(processing_days), 1)::float8 as mean,
              percentile_disc(0.8) within group (order by processing_days)::int as most
       from application
       where procedure_id = $1 and processing_days is not null
         and closed_at >= now() - make_interval(days => $2)`,
      [procedureId, LOOK_BACK_DAYS],
    );
    return row && row.cases >= LEAST_CASES ? row : null;
  }
}
