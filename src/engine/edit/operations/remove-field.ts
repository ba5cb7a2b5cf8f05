import type { Outline } from '../schema-outline.js';
import { findUses } from '../find-uses.js';
import type { Thing, Use, UseKind } from '../thing.js';
import { fieldAt, FORM, UI } from './form-place.js';
import type { WorkingCopy } from './working-copy.js';

/** What says nothing of its own, only that there is such a field. */
const MARKS = new Set<UseKind>(['required', 'order', 'ui', 'answer', 'expectation']);

/**
 * Removes a page or field with all that is on it, with its marks and with the answers of the examples. Whatever else
 * names it (a condition, a notice) stays as it is: what it shall say instead only the author knows.
 */
export function removeField(copy: WorkingCopy, path: string): void {
  const field = fieldAt(copy, path);
  if (!field) return;
  const gone = withAll(field);
  const isGone = new Set(gone.map(({ definition }) => definition));
  const stays = gone.filter(({ definition }) => definition.startsWith('/$defs/'));
  const marks = gone
    .filter((each) => !stays.includes(each))
    .flatMap((each) => findUses(copy.now, thingOf(each)))
    .filter(({ kind }) => MARKS.has(kind));
  const places = marks
    .map(placeOf)
    .filter(({ file, pointer }) => file !== FORM || !isInside(pointer, isGone))
    .sort((a, b) => b.from - a.from);
  for (const { file, pointer } of withoutInner(places)) copy.json(file, { kind: 'remove', pointer });
  copy.json(FORM, { kind: 'remove', pointer: field.definition });
  if (copy.has(UI) && copy.text(UI).trim() === '{}') copy.write(UI, '{}\n');
}

function withAll(outline: Outline): readonly Outline[] {
  return [outline, ...outline.fields.flatMap(withAll)];
}

export function thingOf({ path, name }: Pick<Outline, 'path' | 'name'>): Thing {
  return path.includes('.') ? { kind: 'field', path } : { kind: 'page', name };
}

interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly from: number;
}

function placeOf({ file, path, from }: Use): Place {
  return { file, pointer: path.slice(file.length + 1), from };
}

function isInside(pointer: string, gone: ReadonlySet<string>): boolean {
  return [...gone].some((definition) => pointer === definition || pointer.startsWith(`${definition}/`));
}

/** What stands in something that is removed itself goes with it; the same place twice is one. */
function withoutInner(places: readonly Place[]): readonly Place[] {
  return places.filter(
    ({ file, pointer }, index) =>
      !places.some(
        (other, at) =>
          other.file === file &&
          (pointer.startsWith(`${other.pointer}/`) || (other.pointer === pointer && at < index)),
      ),
  );
}
