import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AcceptanceWindow } from '#engine';
import type { Bilingual } from '../http/refusal.js';
import { type AcceptanceState, acceptanceState, effectiveWindow } from './acceptance-window.js';
import { type CompiledVersion, ProcedureLibrary } from './procedure-library.js';

interface CurrentRow {
  id: string;
  current_hash: string;
  opens_at: Date | null;
  closes_at: Date | null;
  published_at: Date;
  paused_text: Bilingual | null;
  now: Date;
}

const columns = `p.id, p.current_hash, p.opens_at, p.closes_at, p.paused_text, now(),
  (select v.published_at from procedure_version v where v.procedure_id = p.id and v.number = 1) as published_at`;

/** The version in force of one procedure, with its window as of the database's clock. */
export interface CurrentProcedure {
  readonly version: CompiledVersion;
  readonly window: AcceptanceWindow;
  readonly windowExtended: boolean;
  readonly state: AcceptanceState;
  /** What applicants read while nothing is accepted; null where it is not paused. */
  readonly paused: Bilingual | null;
  /** When its first version was published. */
  readonly publishedAt: Date;
  readonly now: Date;
}

@Injectable()
export class ProceduresQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  async current(id: string): Promise<CurrentProcedure | null> {
    const [row] = await this.dataSource.query<CurrentRow[]>(
      `select ${columns} from procedure p where p.id = $1`,
      [id],
    );
    return row ? this.toCurrent(row) : null;
  }

  async all(): Promise<readonly CurrentProcedure[]> {
    const rows = await this.dataSource.query<CurrentRow[]>(
      `select ${columns} from procedure p order by p.id`,
    );
    return Promise.all(rows.map((row) => this.toCurrent(row)));
  }

  async isPublished(hash: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>('select 1 from procedure_version where hash = $1', [
      hash,
    ]);
    return rows.length > 0;
  }

  async validatorModule(hash: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ code: string }[]>(
      'select code from validator_module where hash = $1',
      [hash],
    );
    return row?.code ?? null;
  }

  private async toCurrent(row: CurrentRow): Promise<CurrentProcedure> {
    const version = await this.library.version(row.current_hash);
    const window = effectiveWindow(
      version.procedure.info.acceptanceWindow,
      {
        opensAt: row.opens_at,
        closesAt: row.closes_at,
      },
      row.now,
    );
    return {
      version,
      window,
      windowExtended: row.opens_at !== null || row.closes_at !== null,
      state: acceptanceState(window, row.now),
      paused: row.paused_text,
      publishedAt: row.published_at,
      now: row.now,
    };
  }
}
