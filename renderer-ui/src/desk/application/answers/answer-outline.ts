import { targetLabel } from '#engine';
import type { Field, Form } from '../../../form/index.js';
import { valueAt, type Pointer } from '../../../form/pointer.js';

/** The answers as a reviewer reads them: in the order of the form, by page, with every row of every repeat. */
export interface AnswerPage {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly AnswerBlock[];
}

export type AnswerBlock = AnswerLine | AnswerGroup | AnswerRows;

export interface AnswerLine {
  readonly kind: 'line';
  readonly path: Pointer;
  readonly field: Field;
  /** As the applicant reads it in a request: page, group and row before the field's own title. */
  readonly label: string;
  readonly value: unknown;
}

export interface AnswerGroup {
  readonly kind: 'group';
  readonly path: Pointer;
  readonly field: Field;
  readonly blocks: readonly AnswerBlock[];
}

export interface AnswerRows {
  readonly kind: 'rows';
  readonly path: Pointer;
  readonly field: Field;
  readonly label: string;
  readonly rows: readonly (readonly AnswerBlock[])[];
}

/** @param asked whether the question at a pointer was asked; what was not asked is left out */
export function outlineAnswers(
  form: Form,
  answers: Readonly<Record<string, unknown>>,
  asked: (path: Pointer) => boolean,
): readonly AnswerPage[] {
  function blocksOf(fields: readonly Field[], parent: Pointer): readonly AnswerBlock[] {
    return fields.flatMap((field): AnswerBlock[] => {
      const path = `${parent}/${field.name}`;
      const value = valueAt(answers, path);
      if (!asked(path) && value === undefined) return [];
      if (field.kind === 'group')
        return [{ kind: 'group', path, field, blocks: blocksOf(field.fields, path) }];
      const label = targetLabel(form, path);
      if (field.kind !== 'rows') return [{ kind: 'line', path, field, label, value }];
      const count = Array.isArray(value) ? value.length : 0;
      const rows = Array.from({ length: count }, (_row, index) => blocksOf(field.fields, `${path}/${index}`));
      return [{ kind: 'rows', path, field, label, rows }];
    });
  }
  return form.pages
    .map((page) => ({ name: page.name, title: page.title, blocks: blocksOf(page.fields, `/${page.name}`) }))
    .filter((page) => page.blocks.length > 0);
}

/** Every answer of a page, in rows and groups, too. */
export function linesOf(blocks: readonly AnswerBlock[]): readonly AnswerLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [block];
    return block.kind === 'group' ? linesOf(block.blocks) : block.rows.flatMap(linesOf);
  });
}

export interface Correctable {
  readonly path: Pointer;
  readonly label: string;
}

/** What an applicant can be asked to correct, in the order of the form; a calculated value follows from others. */
export function correctables(pages: readonly AnswerPage[]): readonly Correctable[] {
  function from(blocks: readonly AnswerBlock[]): Correctable[] {
    return blocks.flatMap((block): Correctable[] => {
      if (block.kind === 'group') return from(block.blocks);
      const own =
        block.field.compute || block.field.fromApplication ? [] : [{ path: block.path, label: block.label }];
      return block.kind === 'rows' ? [...own, ...block.rows.flatMap(from)] : own;
    });
  }
  return pages.flatMap((page) => from(page.blocks));
}

/** DOM id of the line of an answer; links from checks, warnings and points lead there. */
export function answerId(path: Pointer): string {
  return `answer${path.replaceAll('/', '.')}`;
}
