import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Change,
  compareVersions,
  diffProcedures,
  type Plan,
  type ProcedureFiles,
  readPlan,
  type VersionComparison,
} from '#engine';
import { inLanguage } from '../procedures/in-language.js';
import { type CompiledVersion, ProcedureLibrary } from '../procedures/procedure-library.js';
import { contentHash } from '../procedures/version-hash.js';

/** One step of the way from a version to the one in force. */
export interface VersionStep {
  /** Of the author, from `migrations/`; null: what was recognised as the same is carried over. */
  readonly plan: Plan | null;
  readonly comparison: VersionComparison;
  /** The same differences with the English words of the form. */
  readonly changesInEnglish: readonly Change[];
}

const mostWays = 50;
const mostSteps = 10;

/** How answers go from one published version to another. Versions never change, so neither does the way. */
@Injectable()
export class VersionComparisons {
  /** In the order in which they were found. */
  private readonly ways = new Map<string, Promise<readonly VersionStep[]>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** By the author's plans where they lead all the way, else in one step. */
  way(from: string, to: string): Promise<readonly VersionStep[]> {
    const key = `${from} ${to}`;
    const known = this.ways.get(key);
    if (known) return known;
    const way = this.find(from, to);
    way.catch(() => this.ways.delete(key));
    this.ways.set(key, way);
    const [oldest] = this.ways.keys();
    if (this.ways.size > mostWays && oldest !== undefined) this.ways.delete(oldest);
    return way;
  }

  private async find(from: string, to: string): Promise<readonly VersionStep[]> {
    const [before, after] = [await this.runnable(from), await this.runnable(to)];
    const planned = await this.planned(before, after, await this.contents(after), mostSteps);
    return planned ?? [stepOf(before, after, null)];
  }

  /** Backwards from the later version, plan by plan; null when none of them leads to the earlier one. */
  private async planned(
    before: CompiledVersion,
    after: CompiledVersion,
    contents: ReadonlyMap<string, string>,
    left: number,
  ): Promise<readonly VersionStep[] | null> {
    if (before.hash === after.hash) return [];
    if (left === 0) return null;
    for (const [file, text] of Object.entries(after.files)) {
      if (!/^migrations\/[^/]+\.json$/.test(file)) continue;
      const named = readPlan(file, text);
      const published = named.ok ? contents.get(named.plan.from) : undefined;
      if (published === undefined) continue;
      const earlier = await this.runnable(published);
      const read = readPlan(file, text, { before: earlier, after });
      const way = read.ok ? await this.planned(before, earlier, contents, left - 1) : null;
      if (read.ok && way) return [...way, stepOf(earlier, after, read.plan)];
    }
    return null;
  }

  /** Under the hash by which plans call it. */
  private async runnable(hash: string): Promise<CompiledVersion> {
    const version = await this.library.version(hash);
    return { ...version, hash: contentHash(version.files) };
  }

  /** What plans call a version → a published version with that content. */
  private async contents({ procedure }: CompiledVersion): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.query<{ hash: string; files: ProcedureFiles }[]>(
      'select hash, files from procedure_version where procedure_id = $1 order by number',
      [procedure.info.id],
    );
    return new Map(rows.map(({ hash, files }) => [contentHash(files), hash]));
  }
}

function stepOf(before: CompiledVersion, after: CompiledVersion, plan: Plan | null): VersionStep {
  const comparison = compareVersions(before, after, plan?.steps);
  const { steps } = comparison;
  const renames = {
    fields: steps.flatMap((step) => ('rename' in step ? [step.rename] : [])),
    stages: steps.flatMap((step) => ('stage' in step ? [step.stage] : [])),
  };
  const changesInEnglish = diffProcedures(inLanguage(before, 'en'), inLanguage(after, 'en'), renames);
  return { plan, comparison, changesInEnglish };
}
