import { type CorrectionTarget, evaluateAnswers, civilDateInJapan } from '#engine';
import type { TakeActionRequest } from '../applications/desk.dto.js';
import type { LockedApplication } from '../applications/locked-application.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { BatchWork } from './batch.dto.js';
import type { RowsOwn } from './batch-row.entity.js';
import { placesIn, placesNamed } from './correction-places.js';
import type { ListedPoint } from './read-list.js';
import { readStaffCells, staffColumns } from './staff-cells.js';

type ActionWork = Extract<BatchWork, { kind: 'action' }>;

/**
 * What is asked of one application of a batch: its own words before those that are said for all, its own points in
 * place of the common ones, its own cells beside the common answers.
 */
export function rowRequest(
  version: CompiledVersion,
  application: Pick<LockedApplication, 'state' | 'answers' | 'submitted_at' | 'lock'>,
  own: RowsOwn,
  work: ActionWork,
): Outcome<TakeActionRequest> {
  if (own.differs !== undefined) return refuse('batch-lines-differ', { params: { column: own.differs } });
  const inBoth = (['ja', 'en'] as const).map((language) => inLanguage(version, language).procedure);
  const actions = inBoth.flatMap(
    ({ workflow }) => workflow.stages.get(application.state.stage)?.actions.get(work.action) ?? [],
  );
  const [action] = actions;
  const cells = readStaffCells(own.cells ?? {}, actions.map(staffColumns));
  if (!cells.ok) return cells;
  const targets = own.points
    ? ownTargets(version, application, own.points)
    : askedTargets(version, application, work.targets ?? []);
  if (!targets.ok) return targets;
  const [reason, publicReason] = [own.reason ?? work.reason, own.publicReason ?? work.publicReason];
  return done({
    lock: application.lock,
    ...(reason && { reason }),
    ...(publicReason && { publicReason }),
    ...(action?.requires.targets && { targets: [...targets.value] }),
    ...(action?.requires.fields && { fields: { ...work.fields, ...cells.value } }),
    // What an action does not ask for is the engine's to refuse, as one by one.
    ...(!action && work.fields && { fields: work.fields }),
  });
}

function ownTargets(
  version: CompiledVersion,
  application: Pick<LockedApplication, 'answers' | 'submitted_at'>,
  points: readonly ListedPoint[],
): Outcome<readonly CorrectionTarget[]> {
  const { procedure } = version;
  const places = [
    placesIn(procedure.form, application.answers),
    placesIn(inLanguage(version, 'en').procedure.form, application.answers),
  ];
  const targets: CorrectionTarget[] = [];
  for (const { field = '', code, comment = '' } of points) {
    if (field === '') return refuse('batch-point-without-field');
    const named = places.map((all) => placesNamed(all, field)).find((found) => found.length > 0) ?? [];
    const [place, other] = named;
    if (!place) return refuse('batch-point-unknown', { params: { field } });
    if (other)
      return refuse('batch-point-ambiguous', { params: { field, one: place.label, other: other.label } });
    const reason = procedure.workflow.reasons.find((known) => known.code === code || known.title === code);
    if (code !== undefined && !reason) return refuse('batch-reason-unknown', { params: { code } });
    const words = [reason?.text, comment].filter((text) => text !== undefined && text !== '').join('\n');
    if (words === '') return refuse('batch-point-without-words', { params: { field } });
    const before = targets.findIndex(({ path }) => path === place.path);
    // Two lines about the same question are one point that says both.
    if (before >= 0) targets[before] = { path: place.path, comment: `${targets[before]?.comment}\n${words}` };
    else targets.push({ path: place.path, comment: words });
  }
  return askedTargets(version, application, targets);
}

/** Nobody is asked to correct what they were not asked. */
function askedTargets(
  { procedure: { form }, validators }: CompiledVersion,
  { answers, submitted_at: arrived }: Pick<LockedApplication, 'answers' | 'submitted_at'>,
  targets: readonly CorrectionTarget[],
): Outcome<readonly CorrectionTarget[]> {
  if (targets.length === 0) return done(targets);
  const today = civilDateInJapan(arrived.toISOString());
  const { asked } = evaluateAnswers(form, answers, { today }, validators);
  const places = placesIn(form, answers);
  const missing = targets.find(({ path }) => !asked.has(path));
  if (!missing) return done(targets);
  const label = places.find(({ path }) => path === missing.path)?.label ?? missing.path;
  return refuse('batch-point-not-asked', { params: { field: label } });
}
