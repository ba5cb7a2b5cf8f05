import { isObject } from '../workflow/object-reader.js';
import { APPLICANT, type Change, EVERYONE } from './change.js';
import { labelIn, type SideBySide } from './comparison.js';
import { askWhenChange } from './diff-conditions.js';
import { type FormNode, placeOf } from './form-tree.js';
import { isSame } from './plain.js';

/** What a page says of itself, and how its questions look. */
export function diffPage(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  const [was, is] = [old.page, now.page];
  if (!was || !is) return [];
  const change = (code: string, place: string, before: unknown, after: unknown): Change => ({
    code,
    place,
    subject: { kind: 'page', name: now.path },
    who: code === 'page-title' ? EVERYONE : APPLICANT,
    impact: 'words',
    params: { field: labelIn(sides, now) },
    before,
    after,
  });
  const at = placeOf(now);
  return [
    ...(was.title === is.title ? [] : [change('page-title', `${at}/title`, was.title, is.title)]),
    ...(was.description === is.description
      ? []
      : [change('page-description', `${at}/description`, was.description, is.description)]),
    ...askWhenChange(old, now, was.askWhen, is.askWhen, sides),
    ...(isSame(looksOf(was.ui), looksOf(is.ui))
      ? []
      : [change('page-appearance', `form.ui.json#/${now.name}`, was.ui, is.ui)]),
  ];
}

/** Without the order, which is a difference of its own. */
function looksOf(ui: unknown): unknown {
  if (!isObject(ui)) return ui;
  const members = Object.entries(ui).filter(([name]) => name !== 'ui:order');
  return Object.fromEntries(members.map(([name, value]) => [name, looksOf(value)]));
}
