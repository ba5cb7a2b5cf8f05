import {
  type Answers,
  answerText,
  concealAnswers,
  type Field,
  type Form,
  OPINION_ROLE,
  type Procedure,
  sightOf,
  type Viewer,
} from '#engine';
import type { AttachmentView } from '../drafts/draft.dto.js';
import type { Language } from '../http/language.js';
import type { SharedPage } from './opinion.dto.js';

/** A question as it is shared: alone, or a repeat with all of its rows. A group is shared question by question. */
interface Shareable {
  readonly page: string;
  readonly title: string;
  readonly field: Field;
}

/** The matrix stage × field as an office meets it that was asked for its opinion. */
export function askedViewer(stage: string): Viewer {
  return { stage, roles: [OPINION_ROLE] };
}

/**
 * Answers that an official can share: those which they see at once themselves, and which the matrix shows at once to an
 * office that is asked.
 */
export function shareable(procedure: Procedure, asker: Viewer, answers: Answers): readonly Shareable[] {
  const office = askedViewer(asker.stage);
  const plain = (field: Field): boolean =>
    field.kind === 'rows' || field.kind === 'group'
      ? field.fields.every(plain)
      : sightOf(procedure, asker, field) === 'plain' && sightOf(procedure, office, field) === 'plain';
  return unitsOf(procedure.form, answers).filter(({ field }) => plain(field));
}

function unitsOf({ pages }: Form, answers: Answers): readonly Shareable[] {
  return pages.flatMap((page) => inFields(page.fields, answers[page.name], '', page.title));
}

function inFields(fields: readonly Field[], value: unknown, before: string, page: string): Shareable[] {
  return fields.flatMap((field) => {
    const given = memberOf(value, field.name);
    if (given === undefined) return [];
    const title = before === '' ? field.title : `${before}　${field.title}`;
    return field.kind === 'group' ? inFields(field.fields, given, title, page) : [{ page, title, field }];
  });
}

/** What the asked office reads: of the present answers those that are shared, as far as the matrix shows them still. */
export function sharedPages(
  procedure: Procedure,
  {
    stage,
    answers,
    attachments,
  }: { readonly stage: string; readonly answers: Answers; readonly attachments: readonly AttachmentView[] },
  shared: readonly string[],
  language: Language,
): SharedPage[] {
  const { form } = procedure;
  const seen = concealAnswers(procedure, askedViewer(stage), answers).answers;
  const files = new Map(attachments.map((file) => [file.id, file]));
  const lineOf = (field: Field, title: string, value: unknown): SharedPage['lines'][number] => {
    const ids = field.kind === 'attachment' && Array.isArray(value) ? value.map(String) : [];
    return {
      title,
      text: answerText(form, field, value, language, (id) => files.get(id)?.name ?? null),
      files: ids.flatMap((id) => files.get(id) ?? []),
    };
  };
  const linesOf = (field: Field, title: string, value: unknown): SharedPage['lines'] => {
    if (value === undefined) return [];
    if (field.kind === 'rows') {
      const rows: readonly unknown[] = Array.isArray(value) ? value : [];
      return rows.flatMap((row, index) =>
        field.fields.flatMap((inner) =>
          linesOf(inner, `${title} ${index + 1}　${inner.title}`, memberOf(row, inner.name)),
        ),
      );
    }
    if (field.kind === 'group')
      return field.fields.flatMap((inner) =>
        linesOf(inner, `${title}　${inner.title}`, memberOf(value, inner.name)),
      );
    return [lineOf(field, title, value)];
  };
  const units = unitsOf(form, seen).filter(({ field }) => shared.includes(field.path));
  return form.pages.flatMap((page) => {
    const lines = units
      .filter((unit) => unit.page === page.title)
      .flatMap(({ field, title }) => linesOf(field, title, valueAt(seen, field.path)));
    return lines.length === 0 ? [] : [{ title: page.title, lines }];
  });
}

function valueAt(answers: Answers, path: string): unknown {
  return path.split('.').reduce<unknown>(memberOf, answers);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Answers)[name]
    : undefined;
}
