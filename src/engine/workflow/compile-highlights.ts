import type { Scope } from '../expression/index.js';
import { isPrintable } from '../notice/printed-text.js';
import type { Problem } from '../problem.js';
import { compileAt, compileConditionAt, neverTrue } from './compile-at.js';
import { ObjectReader } from './object-reader.js';
import type { Highlight } from './workflow.js';

/** More would no longer be the few things that are read first. */
const MOST = 8;

/** Reads `highlights` of workflow.json. */
export function compileHighlights(
  root: ObjectReader,
  scope: Scope,
  problems: Problem[],
): readonly Highlight[] {
  const found = root.list('highlights');
  if (found.length > MOST) {
    root.report(root.at('highlights').path, 'too-many-highlights', { count: found.length, most: MOST });
  }
  return found.map(({ value: member, path }): Highlight => {
    const reader = new ObjectReader(member, path, problems, ['title', 'value', 'public', 'when', 'stages']);
    const source = reader.text('value');
    const value = source === '' ? null : compileAt(reader.at('value').path, source, scope, problems);
    const condition = reader.optionalText('when');
    const when =
      condition === null ? null : compileConditionAt(reader.at('when').path, condition, scope, problems);
    if (value && !isPrintable(value.type)) {
      reader.report(reader.at('value').path, 'placeholder-not-printable', { source });
    }
    return {
      title: reader.text('title'),
      value: value ?? neverTrue(),
      public: reader.flag('public'),
      when,
      stages: reader.texts('stages'),
    };
  });
}
