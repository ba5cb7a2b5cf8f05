import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Cause,
  civilDateInJapan,
  compareVersions,
  describeCounts,
  describeFindingCount,
  dryRunOne,
  type DryRunReport,
  DryRunTally,
  fieldPathAt,
  type Plan,
  type PlanRule,
  type ProcedureFiles,
  type Treatment,
  proposePlan,
  type VersionComparison,
} from '#engine';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { MovableTally } from '../moves/movable-tally.js';
import type { Choice, ImpactView } from './publishing.dto.js';
import { type Runnable, runnable } from './runnable.js';
import { countStored, storedApplications, storedDrafts, type TriedItem } from './stored-items.js';

/** A version in force and what shall take its place. */
export interface Change {
  readonly publishedHash: string;
  readonly before: ProcedureFiles;
  readonly after: ProcedureFiles;
}

interface Measured {
  readonly comparison: VersionComparison;
  readonly report: DryRunReport;
  readonly movable: ImpactView['applications'];
}

@Injectable()
export class MeasureImpact {
  constructor(private readonly dataSource: DataSource) {}

  /** What becomes of what applicants have begun and handed in. Null where one of the two does not compile. */
  async view(change: Change, language: Language): Promise<ImpactView | null> {
    const measured = await this.measure(change);
    if (!measured) return null;
    const { comparison, report } = measured;
    const { before, after } = comparison;
    const spoken: VersionComparison = {
      ...comparison,
      before: inLanguage(before as Runnable, language),
      after: inLanguage(after as Runnable, language),
    };
    const plan = proposePlan(comparison, report);
    const { drafts, applications } = await countStored(this.dataSource, after.procedure.info.id);
    return {
      total: drafts + applications,
      tried: report.items,
      sentences: [...describeCounts(report, language)],
      applications: measured.movable,
      causes: report.causes.map((cause) => ({
        ...keyOf(cause),
        text: describeFindingCount(cause, spoken, language),
        drafts: cause.drafts,
        applications: cause.items - cause.drafts,
        treatment:
          plan.rules.find(({ when, of }) => when === cause.finding.outcome && of === 'drafts')?.do ??
          'migrate',
      })),
    };
  }

  /** The plan that goes with the version: as proposed, but for what the author chose otherwise. */
  async plan(change: Change, choices: readonly Choice[], applications: Treatment): Promise<Plan | null> {
    const measured = await this.measure(change);
    if (!measured) return null;
    const proposed = proposePlan(measured.comparison, measured.report);
    const chosen = choices.map(({ when, field, do: treatment }): PlanRule => ({
      when,
      of: 'drafts',
      ...(field === null ? {} : { field }),
      do: treatment,
    }));
    // The first rule that fits holds: what was chosen for one question before what holds for all.
    const rules = [...chosen.filter(({ field }) => field), ...chosen.filter(({ field }) => !field)];
    return { ...proposed, rules: [...rules, ...rulesForApplications(applications), ...proposed.rules] };
  }

  private async measure({ publishedHash, before, after }: Change): Promise<Measured | null> {
    const [earlier, later] = [runnable(before, true), runnable(after, false)];
    if (!earlier.ok || !later.ok) return null;
    const comparison = compareVersions(earlier.version, later.version);
    const tally = new DryRunTally(comparison);
    const [{ now }] = await this.dataSource.query<[{ now: Date }]>('select now()');
    const today = civilDateInJapan(now.toISOString());
    const movable = new MovableTally({
      // As far as anybody could choose: what cannot move even then stays.
      plan: { ...proposePlan(comparison, tally.report()), rules: rulesForApplications('ask-again') },
      comparison,
      before: earlier.version,
      after: later.version,
    });
    let count = 0;
    const tryOne = async ({ item, facts }: TriedItem): Promise<void> => {
      tally.add(dryRunOne(comparison, item, today));
      if (facts && item.kind === 'application') movable.add(item, facts, now);
      // Others are waiting for this process, too.
      if ((count += 1) % 20 === 0) await breathe();
    };
    for await (const one of storedDrafts(this.dataSource, publishedHash, earlier.version.hash))
      await tryOne(one);
    for await (const one of storedApplications(this.dataSource, publishedHash, earlier.version.hash))
      await tryOne(one);
    return { comparison, report: tally.report(), movable: movable.view() };
  }
}

function keyOf({ finding }: Cause): Pick<ImpactView['causes'][number], 'when' | 'field'> {
  if (finding.outcome === 'stage-gone') return { when: finding.outcome, field: null };
  const path = 'problem' in finding ? finding.problem.path : finding.path;
  return { when: finding.outcome, field: path === '' ? null : fieldPathAt(path) };
}

/** Beside what the plan says of drafts; without one, applications keep their version. */
function rulesForApplications(treatment: Treatment): readonly PlanRule[] {
  const migrate: PlanRule = { when: 'unaffected', of: 'applications', do: 'migrate' };
  const ask: PlanRule = { when: 'must-answer-again', of: 'applications', do: 'ask-again' };
  if (treatment === 'pin') return [];
  return treatment === 'migrate' ? [migrate] : [migrate, ask];
}
