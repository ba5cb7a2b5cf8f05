import { type Answers, answerText, type Block, type Field, type Form } from '#engine';
import type { NoticeInput } from '../notices/notice-renderer.js';
import { exactTime, paperWords } from './paper-words.js';
import { paper } from './receipt-paper.js';
import { answersHash, type Submitted } from './submitted.js';

/** More columns than these leave no room for words on a sheet: the rows are told one after another instead. */
const mostColumns = 4;

type Line = readonly [question: string, answer: string];

/** 申請内容の控え: every question that was asked, in the order and the words in which the applicant saw it. */
export function answersPaper(submitted: Submitted): NoticeInput {
  const { version, language, number, n, at, answers } = submitted;
  const { info, form } = version.procedure;
  const words = paperWords[language];
  const blocks: readonly Block[] = [
    { kind: 'title', text: words.answers },
    {
      kind: 'table',
      rows: [
        [words.item, words.content],
        [words.number, number],
        [words.procedure, info.title],
        [words.subject, submitted.subject],
        [words.applicant, submitted.applicantName],
        [words.at, exactTime(at, language)],
        ...(n === 1 ? [] : [[words.submission, words.nth(n)]]),
        [words.version, words.versionOf(submitted.versionNumber, version.hash)],
        [words.answersHash, answersHash(answers)],
      ],
    },
    ...form.pages
      .filter((page) => answers[page.name] !== undefined)
      .flatMap((page) => [
        { kind: 'heading', text: page.title } as const,
        ...fieldBlocks(submitted, form, page.fields, answers[page.name]),
      ]),
    { kind: 'note', text: words.answersNote },
    { kind: 'footer', text: words.contact(info.contact.name, info.contact.phone) },
  ];
  return paper(submitted, { title: words.answers, layout: 'letter', head: {}, blocks });
}

/** Questions in a row share a table; a repeat in between has one of its own. */
function fieldBlocks(
  submitted: Submitted,
  form: Form,
  fields: readonly Field[],
  value: unknown,
): readonly Block[] {
  const words = paperWords[submitted.language];
  const blocks: Block[] = [];
  let lines: Line[] = [];
  const close = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'table', rows: [[words.question, words.answer], ...lines] });
    lines = [];
  };
  for (const field of fields) {
    const given = memberOf(value, field.name);
    if (given === undefined) continue;
    if (field.kind !== 'rows') {
      lines.push(...linesOf(submitted, form, field, given, ''));
      continue;
    }
    close();
    blocks.push({ kind: 'paragraph', text: field.title });
    blocks.push(...rowBlocks(submitted, form, field, Array.isArray(given) ? given : []));
  }
  close();
  return blocks;
}

function rowBlocks(
  submitted: Submitted,
  form: Form,
  field: Field,
  rows: readonly unknown[],
): readonly Block[] {
  const words = paperWords[submitted.language];
  if (rows.length === 0) return [{ kind: 'paragraph', text: words.none }];
  const columns = field.fields.filter(({ name }) => rows.some((row) => memberOf(row, name) !== undefined));
  const flat = columns.every(({ fields }) => fields.length === 0);
  if (flat && columns.length <= mostColumns) {
    const cells = (row: unknown) =>
      columns.map((column) => {
        const given = memberOf(row, column.name);
        return given === undefined ? '' : wordsOf(submitted, form, column, given);
      });
    return [{ kind: 'table', rows: [columns.map(({ title }) => title), ...rows.map(cells)] }];
  }
  return rows.flatMap((row, index) => [
    { kind: 'paragraph', text: `${field.title}　${words.row(index + 1)}` } as const,
    ...fieldBlocks(submitted, form, field.fields, row),
  ]);
}

/** A group's questions carry its title before their own: 「代表者　氏名」. */
function linesOf(
  submitted: Submitted,
  form: Form,
  field: Field,
  value: unknown,
  before: string,
): readonly Line[] {
  const title = before === '' ? field.title : `${before}　${field.title}`;
  if (field.kind === 'group') {
    return field.fields.flatMap((inside) => {
      const given = memberOf(value, inside.name);
      return given === undefined ? [] : linesOf(submitted, form, inside, given, title);
    });
  }
  return [[title, wordsOf(submitted, form, field, value)]];
}

function wordsOf({ language, files }: Submitted, form: Form, field: Field, value: unknown): string {
  const names = new Map(files.map((file) => [file.id, file.name]));
  return answerText(form, field, value, language, (id) => names.get(id) ?? null);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Answers)[name]
    : undefined;
}
