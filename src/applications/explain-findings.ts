import {
  type CheckResult,
  civilDateInJapan,
  type Evaluation,
  explainCheck,
  explainStageCheck,
  type Procedure,
  type Viewer,
} from '#engine';
import { describeProblems } from '../procedures/describe-problems.js';
import { procedureInEnglish } from '../procedures/in-language.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import { checkTells } from './conceal.js';
import type { CheckView, Reasons, WarningView } from './reasons.dto.js';
import type { ApplicationRecord } from './applications.queries.js';
import { factsOf } from './locked-application.js';

/** The warnings under which the answers were submitted, each with the values that it compared. */
export function warningViews(
  version: CompiledVersion,
  record: ApplicationRecord,
  viewer: Viewer,
): WarningView[] {
  // Stored answers hold what the verdict of that day held: pruned, and computed.
  const evaluation: Evaluation = {
    answers: record.answers,
    asked: new Set(),
    problems: record.warnings,
    context: { today: civilDateInJapan(record.answered_at.toISOString()) },
  };
  return describeProblems(version, record.warnings).map((warning, index) => ({
    ...warning,
    why: inBoth(version, ({ form }, language) => {
      const found = record.warnings[index];
      if (found && checkTells(version.procedure, viewer, String(found.params?.['id'] ?? ''))) return [];
      return (found && explainCheck(form, found, evaluation, language)?.reasons) ?? [];
    }),
  }));
}

/** The automatic checks; of one that failed, the values that it compared. */
export function checkViews(version: CompiledVersion, record: ApplicationRecord, viewer: Viewer): CheckView[] {
  const { state } = record;
  const reasonsOf = (check: CheckResult): Reasons =>
    inBoth(version, (procedure, language) =>
      explainStageCheck(procedure, check.id, state, factsOf(record), state.enteredAt, language),
    );
  return state.checks.map((check) => ({
    ...check,
    why:
      check.passed || checkTells(version.procedure, viewer, check.id) ? { ja: [], en: [] } : reasonsOf(check),
  }));
}

function inBoth(
  version: CompiledVersion,
  tell: (procedure: Procedure, language: 'ja' | 'en') => readonly string[],
): Reasons {
  return { ja: [...tell(version.procedure, 'ja')], en: [...tell(procedureInEnglish(version), 'en')] };
}
