import { valueAt, type Field, type Form, type Pointer } from '../../../form/index.js';

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
  /** Page, groups and row before the field's own title: 「売上 ＞ 2件目 ＞ 金額」. */
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

const STEP = ' ＞ ';

/**
 * @param asked whether the question at a pointer was asked; what was not asked is left out
 * @param rowTitle names a row of a repeat by its number, from 1
 */
export function outlineAnswers(
  form: Form,
  answers: Readonly<Record<string, unknown>>,
  asked: (path: Pointer) => boolean,
  rowTitle: (number: number) => string,
): readonly AnswerPage[] {
  function blocksOf(
    fields: readonly Field[],
    parent: Pointer,
    trail: readonly string[],
  ): readonly AnswerBlock[] {
    return fields.flatMap((field): AnswerBlock[] => {
      const path = `${parent}/${field.name}`;
      const value = valueAt(answers, path);
      if (!asked(path) && value === undefined) return [];
      const titles = [...trail, field.title];
      const label = titles.join(STEP);
      if (field.kind === 'group')
        return [{ kind: 'group', path, field, blocks: blocksOf(field.fields, path, titles) }];
      if (field.kind !== 'rows') return [{ kind: 'line', path, field, label, value }];
      const count = Array.isArray(value) ? value.length : 0;
      const rows = Array.from({ length: count }, (_row, index) =>
        blocksOf(field.fields, `${path}/${index}`, [...titles, rowTitle(index + 1)]),
      );
      return [{ kind: 'rows', path, field, label, rows }];
    });
  }
  return form.pages
    .map((page) => ({
      name: page.name,
      title: page.title,
      blocks: blocksOf(page.fields, `/${page.name}`, [page.title]),
    }))
    .filter((page) => page.blocks.length > 0);
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
      const own = block.field.compute ? [] : [{ path: block.path, label: block.label }];
      return block.kind === 'rows' ? [...own, ...block.rows.flatMap(from)] : own;
    });
  }
  return pages.flatMap((page) => from(page.blocks));
}

/** DOM id of the line of an answer; links from checks, warnings and points lead there. */
export function answerId(path: Pointer): string {
  return `answer${path.replaceAll('/', '.')}`;
}
