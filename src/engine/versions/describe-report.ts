import { fieldPathAt } from '../answers/resolve-pointer.js';
import { groupedNumber } from '../japanese/grouped-number.js';
import { CAUSE_SENTENCES, COUNT_SENTENCES } from '../problem-text/dry-run-sentences.js';
import type { Language } from '../problem-text/words.js';
import type { Cause, DryRunReport } from './dry-run-report.js';
import { formTree, labelOf } from './form-tree.js';
import { type Finding, OUTCOMES } from './outcome.js';
import type { VersionComparison } from './version-comparison.js';

/**
 * How many drafts and applications stand how, in one sentence each: 「申請1,204件のうち、1,187件は影響がなく、…」.
 * Nothing stored of a kind: no sentence for it.
 */
export function describeCounts(report: DryRunReport, language: Language): readonly string[] {
  const at = language === 'ja' ? 0 : 1;
  return (['drafts', 'applications'] as const).flatMap((group) => {
    const counts = report[group];
    const total = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
    if (total === 0) return [];
    const parts = [...OUTCOMES]
      .reverse()
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) =>
        fill(COUNT_SENTENCES[outcome]?.[at] ?? '', { count: groupedNumber(counts[outcome]) }),
      );
    const whole = COUNT_SENTENCES[group]?.[at] ?? '';
    return [fill(whole, { count: groupedNumber(total), parts: parts.join(language === 'ja' ? '、' : ', ') })];
  });
}

/** One thing that was found, with how many, and at which question or stage. */
export function describeFindingCount(
  { finding, items }: Cause,
  { before, after }: VersionComparison,
  language: Language,
): string {
  const at = language === 'ja' ? 0 : 1;
  const versions = finding.outcome === 'answers-lost' ? [before, after] : [after, before];
  const place =
    finding.outcome === 'stage-gone'
      ? (before.procedure.workflow.stages.get(finding.stage)?.title ?? finding.stage)
      : versions
          .map(({ procedure }) => labelAt(procedure.form, pointerOf(finding)))
          .find((label) => label !== null);
  const sentence = CAUSE_SENTENCES[causeCode(finding)] ?? CAUSE_SENTENCES[finding.outcome];
  return fill(sentence?.[at] ?? '', {
    count: groupedNumber(items),
    place: place ?? '',
    message: 'problem' in finding ? (finding.problem.message ?? '') : '',
  });
}

function causeCode(finding: Finding): string {
  return 'problem' in finding ? `${finding.outcome}:${finding.problem.code}` : finding.outcome;
}

function pointerOf(finding: Exclude<Finding, { outcome: 'stage-gone' }>): string {
  return 'problem' in finding ? finding.problem.path : finding.path;
}

function labelAt(form: Parameters<typeof formTree>[0], pointer: string): string | null {
  const tree = formTree(form);
  const node = pointer === '' ? undefined : tree.nodes.get(fieldPathAt(pointer).replace(/\[\]$/, ''));
  return node ? labelOf(node, tree) : null;
}

function fill(sentence: string, params: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
