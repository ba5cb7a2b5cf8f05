import type { JsonSchema } from '../procedure/procedure.js';
import type { Problem } from '../problem.js';
import { ObjectReader } from './object-reader.js';
import type { OverrideRule } from './workflow.js';

/**
 * Reads `overrides` of workflow.json: which computed answers officials may set to another value, at which stages.
 *
 * @param computed computed questions outside of repeats, by path, with their schemas; left out, any may be named
 */
export function compileOverrides(
  root: ObjectReader,
  computed: ReadonlyMap<string, JsonSchema> | undefined,
  problems: Problem[],
): readonly OverrideRule[] {
  return root.list('overrides').map(({ value, path }): OverrideRule => {
    const keys = ['field', 'stages', 'roles', 'minimum', 'maximum'];
    const reader = new ObjectReader(value, path, problems, keys);
    for (const key of ['field', 'stages']) if (!reader.has(key)) reader.missing(key);
    const field = reader.text('field');
    const schema = computed?.get(field);
    if (computed && !schema && field !== '') {
      reader.report(reader.at('field').path, 'override-not-computed', { name: field });
    }
    return {
      field,
      stages: reader.texts('stages'),
      roles: reader.texts('roles'),
      minimum: limit('minimum'),
      maximum: limit('maximum'),
    };

    function limit(key: 'minimum' | 'maximum'): number | null {
      if (!reader.has(key)) return null;
      const { value: given, path: at } = reader.at(key);
      const type = String(schema?.['type'] ?? 'number');
      if (type !== 'number' && type !== 'integer') reader.report(at, 'keyword-not-for-type', { key, type });
      if (typeof given === 'number' && Number.isFinite(given)) return given;
      reader.report(at, 'wrong-shape', { expected: 'number' });
      return null;
    }
  });
}
