import type { PageValidators } from '../answers/answers.js';
import type { ExampleMove, ExampleWitness } from '../procedure/run-example.js';
import type { Procedure } from '../procedure/procedure.js';
import type { Example } from '../procedure/read-example.js';
import { runExample } from '../procedure/run-example.js';
import { causesOf, type ResultCause, type ResultKind } from './causes.js';
import { valueAt } from './answers-at.js';
import { FormMap } from './form-map.js';

export interface ResultChange {
  readonly kind: ResultKind;
  /** JSON Pointer of an answer; for the review the number of the step, from 1 (0 is the arrival). */
  readonly place: string;
  /** Null where there was nothing, or is nothing now. */
  readonly from: unknown;
  readonly to: unknown;
  /** What of the definition is otherwise, as far as this result reads it; empty when none of it was found. */
  readonly because: readonly ResultCause[];
}

export interface ChangedResult {
  readonly file: string;
  /** For whom: the title of the example. */
  readonly title: string;
  readonly changes: readonly ResultChange[];
}

interface Side {
  readonly procedure: Procedure;
  readonly validators: PageValidators;
}

/**
 * Lives examples through before and after an edit: for whom does something come out otherwise, what, and because of
 * which part of the definition? Examples whose results stay are not in the list.
 */
export function compareResults(
  before: Side,
  after: Side,
  examples: readonly Example[],
): readonly ChangedResult[] {
  const maps = [new FormMap(before.procedure.form), new FormMap(after.procedure.form)] as const;
  return examples.flatMap((example): ChangedResult[] => {
    const [was, is] = [resultsOf(before, example, maps[0]), resultsOf(after, example, maps[1])];
    const keys = [...new Set([...was.keys(), ...is.keys()])];
    const changes = keys.flatMap((key): ResultChange[] => {
      const [from, to] = [was.get(key)?.value ?? null, is.get(key)?.value ?? null];
      const { kind, place } = was.get(key) ?? is.get(key) ?? { kind: 'stopped', place: '' };
      if (JSON.stringify(from) === JSON.stringify(to)) return [];
      return [
        { kind, place, from, to, because: causesOf(before.procedure, after.procedure, maps, kind, place) },
      ];
    });
    return changes.length === 0 ? [] : [{ file: example.file, title: example.title, changes }];
  });
}

interface Result {
  readonly kind: ResultKind;
  readonly place: string;
  readonly value: unknown;
}

/** Everything that comes of an example, by a key of its own. */
function resultsOf(
  { procedure, validators }: Side,
  example: Example,
  map: FormMap,
): ReadonlyMap<string, Result> {
  const results = new Map<string, Result>();
  const add = (kind: ResultKind, place: string, value: unknown, what = '') =>
    results.set(`${kind} ${place} ${what}`, { kind, place, value });
  let step = 0;
  const witness: ExampleWitness = {
    submitted: (evaluation, problems) => {
      for (const { step: at, pointer } of map.spots.values()) {
        if (pointer.includes('*')) continue;
        if (at.compute) add('value', pointer, valueAt(evaluation.answers, pointer));
        add('asked', pointer, evaluation.asked.has(pointer));
      }
      for (const { path, code, level, params } of problems) {
        const what = [code, params?.['id']].filter((one) => one !== undefined).join(' ');
        add(level === 'error' ? 'problem' : 'warning', path, what, what);
      }
    },
    moved: ({ result }: ExampleMove) => {
      add('stage', String(step), result.state.stage);
      add(
        'effects',
        String(step),
        result.effects.map(({ kind, template }) => `${kind} ${template}`),
      );
      step += 1;
    },
    refused: (_step, code) => {
      add('refused', String(step), code);
      step += 1;
    },
  };
  for (const { code, params } of runExample(procedure, example, validators, witness)) {
    if (code === 'example-stopped') add('stopped', '', params?.['message'] ?? '');
  }
  return results;
}
