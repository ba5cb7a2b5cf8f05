import {
  type Answers,
  type Applied,
  applyPlan,
  type Change,
  describeChange,
  dryRunOne,
  DryRunTally,
  evaluateAnswers,
  fieldPathAt,
  isUnanswered,
  type IsoDate,
  pathAfter,
  proposePlan,
  resolvePointer,
  targetLabel,
  type Undo,
  valueInWords,
} from '#engine';
import type { Bilingual } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import { contentHash } from '../procedures/version-hash.js';
import type { VersionStep } from './version-comparisons.js';

/** A question that is to be answered once more. */
export interface AskedAgain {
  /** JSON Pointer in the moved answers, rows by number. Empty where it is about the answers as a whole. */
  readonly path: string;
  readonly label: Bilingual;
  /** What was answered in the version before, in words; null where nothing was. */
  readonly was: Bilingual | null;
}

/** An answer that has no question any more: shown, so that it can be copied, until the draft is submitted. */
export interface LeftOver {
  readonly label: Bilingual;
  readonly value: Bilingual;
}

/** A computed value that comes out otherwise. */
export interface OtherResult {
  readonly label: Bilingual;
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
}

/** What a move did, as it is kept with the draft. Plain JSON. */
export interface MovedRecord {
  readonly from: string;
  readonly to: string;
  /** Instant, by the database's clock. */
  readonly at: string;
  /** What is different, as far as this draft is touched by it. */
  readonly changes: readonly Bilingual[];
  readonly results: readonly OtherResult[];
  readonly ask: readonly AskedAgain[];
  readonly leftOver: readonly LeftOver[];
  /** Takes it back, the last step first. */
  readonly undo: readonly Undo[];
  /** Which question each file was for before. */
  readonly files: readonly { readonly id: string; readonly field: string }[];
}

/** Whether a version is in force of which it has not been decided yet what it means for this draft. */
export function isBehind(draft: {
  readonly version_hash: string;
  readonly current_hash: string;
  readonly pinned_for: string | null;
}): boolean {
  return draft.version_hash !== draft.current_hash && draft.pinned_for !== draft.current_hash;
}

export interface MoveInput {
  readonly draftId: string;
  readonly answers: Answers;
  readonly way: readonly VersionStep[];
  readonly before: CompiledVersion;
  readonly after: CompiledVersion;
  readonly today: IsoDate;
  /** File → its name. */
  readonly files: ReadonlyMap<string, string>;
}

/** Null: the author lets a draft like this one keep its version. */
export interface PlannedMove extends Omit<MovedRecord, 'at' | 'files'> {
  readonly answers: Answers;
  /** Nobody who fills it in can tell the difference. */
  readonly unfelt: boolean;
  /** Field of the old version → field of the new one. */
  readonly pathAfter: (path: string) => string;
}

/** What becomes of one draft in the version in force, by the author's plan or by what was recognised as the same. */
export function planMove(input: MoveInput): PlannedMove | null {
  const { draftId, before, after, way, today } = input;
  const undo: Undo[] = [];
  const ask: Applied['ask'][number][] = [];
  const results: OtherResult[] = [];
  const dropped: { readonly label: Bilingual; readonly value: Bilingual }[] = [];
  let item = {
    id: draftId,
    kind: 'draft' as const,
    version: contentHash(before.files),
    answers: input.answers,
  };
  for (const { plan, comparison } of way) {
    const applied = applyPlan(plan ?? proposed(comparison, item, today), comparison, item, today);
    if (applied.undo === null || applied.item.kind !== 'draft') return null;
    const earlier = comparison.before as CompiledVersion;
    const left = applied.dropped.filter((pointer) => isQuestion(earlier, pointer));
    dropped.push(...left.map((pointer) => leftOver(input, earlier, item.answers, pointer)));
    undo.unshift(applied.undo);
    ask.push(...applied.ask);
    item = applied.item;
    results.push(...otherResults(comparison.after as CompiledVersion, item.answers, applied));
  }
  const changes = touchingChanges(input, item.answers);
  const carriedAsIs = way.every(({ comparison: { steps } }) =>
    steps.every((step) => 'stage' in step || 'drop' in step),
  );
  const paths = new Map(ask.map(({ path }) => [path, askedAgain(input, item.answers, path)]));
  return {
    from: before.hash,
    to: after.hash,
    answers: item.answers,
    unfelt: carriedAsIs && [changes, results, ask, dropped].every((found) => found.length === 0),
    changes,
    results,
    ask: [...paths.values()],
    leftOver: dropped,
    undo,
    pathAfter: (path) => way.reduce((at, { comparison }) => pathAfter(at, comparison.steps), path),
  };
}

type Comparison = VersionStep['comparison'];

/** Without a plan of the author: drafts move, and what the new version would refuse is asked again. */
function proposed(comparison: Comparison, item: Parameters<typeof dryRunOne>[1], today: IsoDate) {
  const tally = new DryRunTally(comparison);
  tally.add(dryRunOne(comparison, item, today));
  return proposePlan(comparison, tally.report());
}

function isQuestion({ procedure }: CompiledVersion, pointer: string): boolean {
  return procedure.form.fields.has(fieldPathAt(pointer));
}

function leftOver(
  { files }: MoveInput,
  version: CompiledVersion,
  answers: Answers,
  pointer: string,
): LeftOver {
  return {
    label: label(version, pointer, answers),
    value: words(version, answers, pointer, files) ?? { ja: '', en: '' },
  };
}

function askedAgain({ before, after, answers, files }: MoveInput, moved: Answers, path: string): AskedAgain {
  return { path, label: label(after, path, moved), was: words(before, answers, path, files) };
}

function otherResults(version: CompiledVersion, answers: Answers, { verdict }: Applied): OtherResult[] {
  return (verdict?.findings ?? []).flatMap((finding): OtherResult[] => {
    if (finding.outcome !== 'result-changed') return [];
    const field = version.procedure.form.fields.get(fieldPathAt(finding.path));
    if (!field || isHidden(version, field.path)) return [];
    const inWords = (value: unknown): Bilingual | null =>
      isUnanswered(value)
        ? null
        : { ja: valueInWords(field, value, 'ja'), en: valueInWords(field, value, 'en') };
    return [
      {
        label: label(version, finding.path, answers),
        before: inWords(finding.before),
        after: inWords(finding.after),
      },
    ];
  });
}

/** A computed step that stands on no screen. */
function isHidden({ procedure }: CompiledVersion, path: string): boolean {
  const [page, ...names] = path.replaceAll('[]', '.items').split('.');
  const ui = procedure.form.pages.find(({ name }) => name === page)?.ui;
  return valueAt(ui, ['', ...names, 'ui:widget'].join('/')) === 'hidden';
}

function label(version: CompiledVersion, pointer: string, answers: Answers): Bilingual {
  const inWords = (language: 'ja' | 'en') =>
    targetLabel(inLanguage(version, language).procedure.form, pointer, answers, language);
  return { ja: inWords('ja'), en: inWords('en') };
}

/** The answer at a place, as it is read; null where there is none. */
function words(
  version: CompiledVersion,
  answers: Answers,
  pointer: string,
  files: ReadonlyMap<string, string>,
): Bilingual | null {
  const place = resolvePointer(version.procedure.form, answers, pointer);
  const value = place && valueAt(answers, place.pointer);
  if (!place || isUnanswered(value)) return null;
  const inWords = (language: 'ja' | 'en'): string => {
    const field = inLanguage(version, language).procedure.form.fields.get(place.path);
    if (!field || field.kind === 'rows' || field.kind === 'group') return '';
    if (field.kind !== 'attachment' || !Array.isArray(value)) return valueInWords(field, value, language);
    return value.map((id: unknown) => files.get(String(id)) ?? '').join('、');
  };
  return { ja: inWords('ja'), en: inWords('en') };
}

function valueAt(answers: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? (value as Readonly<Record<string, unknown>>)[step]
          : undefined,
      answers,
    );
}

/** Told to applicants: what is asked of them. Formulas and layout they meet where these show. */
const TOLD: ReadonlySet<string> = new Set([
  'page-added',
  'page-removed',
  'required-field-added',
  'field-added',
  'group-added',
  'field-removed',
  'group-removed',
  'field-moved',
  'field-kind',
  'became-required',
  'became-optional',
  'became-consent',
  'became-no-consent',
  'limit-tightened',
  'limit-loosened',
  'option-added',
  'option-removed',
]);
const mostChanges = 12;

/** Differences of the form where this applicant has answered or is asked, the gravest first. */
function touchingChanges({ after, way, answers, today }: MoveInput, moved: Answers): Bilingual[] {
  const { form } = after.procedure;
  const { asked } = evaluateAnswers(form, moved, { today }, after.validators);
  const isTold = ({ code, subject: { name } }: Change): boolean => {
    const pointer = `/${name.split('[]')[0]?.replaceAll('.', '/') ?? ''}`;
    return TOLD.has(code) && (asked.has(pointer) || !isUnanswered(valueAt(answers, pointer)));
  };
  const told = (language: 'ja' | 'en'): string[] =>
    way
      .flatMap(({ comparison, changesInEnglish }) =>
        (language === 'ja' ? comparison.changes : changesInEnglish).filter(isTold),
      )
      .map((change) => describeChange(change, language));
  const english = told('en');
  return told('ja')
    .slice(0, mostChanges)
    .map((ja, index) => ({ ja, en: english[index] ?? ja }));
}
