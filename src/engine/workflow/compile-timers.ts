import { compileAt, compileConditionAt, neverTrue } from './compile-at.js';
import { readEffects } from './compile-action.js';
import { compileRoutes } from './compile-routes.js';
import type { StageContext } from './compile-stage.js';
import type { Located } from './object-reader.js';
import { ObjectReader } from './object-reader.js';
import { isSafeName } from './safe-name.js';
import type { Timer, TimerMoment } from './workflow.js';

const KEYS = ['title', 'on', 'when', 'effects', 'routes', 'reason', 'publicReason'];

export function compileTimer(name: string, located: Located, context: StageContext): Timer {
  const { scope, problems } = context;
  const reader = new ObjectReader(located.value, located.path, problems, KEYS);
  if (!isSafeName(name)) reader.report(reader.path, 'unsafe-name', { name });
  const source = reader.optionalText('when');
  if (!reader.has('on')) reader.missing('on');
  return {
    name,
    title: reader.text('title'),
    on: compileMoment(reader, context),
    when:
      source === null
        ? null
        : (compileConditionAt(reader.at('when').path, source, scope, problems) ?? neverTrue()),
    effects: readEffects(reader, 'effects', problems),
    routes: compileRoutes(reader, context),
    reason: reader.optionalText('reason'),
    publicReason: reader.optionalText('publicReason'),
  };
}

function compileMoment(timer: ObjectReader, { scope, problems }: StageContext): TimerMoment {
  const { value, path } = timer.at('on');
  const keys = ['from', 'workingDays', 'days', 'date'];
  const reader = new ObjectReader(timer.has('on') ? value : {}, path, problems, keys);
  const given = ['workingDays', 'days', 'date'].filter((key) => reader.has(key));
  if (timer.has('on') && (given.length !== 1 || reader.has('from') === reader.has('date'))) {
    reader.report(path, 'timer-moment');
  }
  if (reader.has('date')) {
    const source = reader.text('date');
    const date = source === '' ? null : compileAt(reader.at('date').path, source, scope, problems);
    if (date && !['date', 'any', 'null'].includes(date.type.kind)) {
      reader.report(reader.at('date').path, 'expression-wrong-result', {
        expected: 'date',
        actual: date.type.kind,
      });
    }
    return { date: date ?? neverTrue() };
  }
  const days = reader.has('days') ? 'calendar' : 'working';
  return {
    from: reader.oneOf('from', ['entered', 'due', 'arrived']) ?? 'entered',
    count: reader.wholeNumber(days === 'calendar' ? 'days' : 'workingDays', -1000, 1000) ?? 1,
    days,
  };
}
