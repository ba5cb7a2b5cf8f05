import type { NewField } from '#engine';
import type { Clip } from './clipboard.js';
import { freeName } from './commands.js';
import { PALETTE } from './palette.js';

/** A line of a list of questions, as it was understood. */
export interface ListedLine {
  readonly kind: 'page' | 'question';
  readonly title: string;
  /** Of a question: its key in the palette. */
  readonly item: string;
  readonly required: boolean;
  /** What can be chosen, where the line says so. */
  readonly options: readonly string[];
  /** It stands in the rows of the repeat before it. */
  readonly isInner: boolean;
}

/** What an author corrects of a line. */
export type Correction = Partial<Pick<ListedLine, 'item' | 'required'>>;

const NUMBER = /^(?:[（(]?[0-9０-９]+[)）.．、]\s*|[①-⑳]\s*)/u;
const HEADING = /^(?:【(.+)】|[■◆●#＃]\s*(.+))$/u;
const INNER = /^(?:[ \t　]+|[・‐-]\s*)/u;
const NEEDED = /[\s　]*(?:[（(【［[]?※?必須[）)】］\]]?|[*＊※])$/u;
const REPEAT = /[（(](?:くり返し|繰り返し|複数行)[）)]$/u;
const SEVERAL = /[（(](?:いくつでも|複数選択|複数可)[）)]/u;
const CHOICES = /^(.+?)(?:[：:]\s*(.+)|[（(]([^（()）]*[／/][^（()）]*)[）)])$/u;
const BETWEEN = /[／/、,|｜]/u;
const MOST_BUTTONS = 6;

/** The kind of question that a title mostly asks for; the first that fits. */
const GUESSES: readonly (readonly [RegExp, item: string])[] = [
  [/合計|小計/u, 'computed'],
  [/(?:写し|写真|書類|図面|証明書|見積書|カタログ|添付|明細書|領収書)$/u, 'attachment'],
  [/(?:同意|誓約|誓い)(?:します)?$|に同意する$/u, 'consent'],
  [/(?:ます|です|ません)か[？?]?$|の有無$|か[？?]$/u, 'yes-no'],
  [/フリガナ|ふりがな|（カナ）|[(]カナ[)]/u, 'kana'],
  [/メール|e-?mail/iu, 'email'],
  [/電話|FAX|ＦＡＸ|ファクス/iu, 'tel'],
  [/郵便番号/u, 'postal'],
  [/法人番号/u, 'corporate-number'],
  [/ホームページ|ウェブサイト|URL/iu, 'url'],
  [/年月日|日付|期日|期限|日$|日（.*）$/u, 'date'],
  [/時刻$/u, 'hours'],
  [/理由|概要|詳細|目的|備考|内容$|方法$|計画$/u, 'textarea'],
  [/額|費$|費用|代金|価格|単価|経費|料金|売上/u, 'money'],
  [/面積|割合|率$|重さ|長さ/u, 'number'],
  [/数$|数量|人数|年齢|階数|数（.*）$/u, 'integer'],
];

/** Who somebody is and where they live is asked for a purpose. */
const PERSONAL = /(?:氏名|お名前|住所|生年月日)(?:（[^）]*）)?$/u;
const PURPOSE = '申請の審査と、申請についての連絡に使います。';

/**
 * Questions as people have them in a paper form or a spreadsheet, one a line: 【page】, title, `必須`, choices behind a
 * colon, rows of a repeat set in. Columns of a spreadsheet are title, kind, `必須` and choices.
 */
export function readQuestionList(
  text: string,
  itemTitles: Readonly<Record<string, string>>,
): readonly ListedLine[] {
  const lines: ListedLine[] = [];
  let isInRepeat = false;
  for (const raw of text.split(/\r?\n/u)) {
    if (raw.trim() === '') continue;
    const line = readLine(raw, isInRepeat, itemTitles);
    if (line.title === '') continue;
    if (!line.isInner) isInRepeat = line.item === 'rows';
    lines.push(line);
  }
  return lines;
}

function readLine(
  raw: string,
  isInRepeat: boolean,
  itemTitles: Readonly<Record<string, string>>,
): ListedLine {
  const isInner = isInRepeat && INNER.test(raw);
  const [first = '', kindWord = '', need = '', choices = ''] = raw
    .replace(isInner ? INNER : '', '')
    .split('\t')
    .map((cell) => cell.trim());
  const heading = HEADING.exec(first);
  const plain = { item: '', required: false, options: [], isInner: false };
  if (heading) return { ...plain, kind: 'page', title: (heading[1] ?? heading[2] ?? '').trim() };
  let title = first.replace(INNER, '').replace(NUMBER, '');
  const isNeeded = NEEDED.test(title) || /^(?:必須|○|◯|〇|はい|yes)$/iu.test(need);
  title = title.replace(NEEDED, '').trim();
  const isSeveral = SEVERAL.test(title);
  title = title.replace(SEVERAL, '');
  const isRepeat = REPEAT.test(title);
  title = title.replace(REPEAT, '').trim();
  const said = CHOICES.exec(title);
  const written = choices || (said?.[2] ?? said?.[3] ?? '');
  const options = written
    .split(BETWEEN)
    .map((one) => one.trim())
    .filter(Boolean);
  const isChoice = options.length > 1;
  if (isChoice && choices === '') title = (said?.[1] ?? title).trim();
  const named = Object.entries(itemTitles).find(([, words]) => words === kindWord)?.[0];
  return {
    kind: 'question',
    title,
    item: named ?? (isRepeat && !isInner ? 'rows' : isChoice ? choiceItem(options, isSeveral) : guess(title)),
    required: isNeeded,
    options: isChoice ? options : [],
    isInner,
  };
}

function choiceItem(options: readonly string[], isSeveral: boolean): string {
  if (isSeveral) return 'choices';
  return options.length > MOST_BUTTONS ? 'select' : 'radio';
}

function guess(title: string): string {
  return GUESSES.find(([words]) => words.test(title))?.[1] ?? 'text';
}

/** Kinds that a line can be: one question each. */
export const LISTED_ITEMS = PALETTE.filter(({ fields, key }) => fields.length === 1 && key !== 'group');

/**
 * What is put in, as if it had been copied elsewhere.
 * @param pageNames taken in the form
 * @param firstPage title of a page for questions that stand before the first one, where they have no other place
 */
export function clipOfList(
  lines: readonly ListedLine[],
  pageNames: ReadonlySet<string>,
  firstPage: string | null,
): Clip {
  const taken = new Set(pageNames);
  const pages: NewField[] = [];
  const loose: NewField[] = [];
  let page: { readonly title: string; readonly fields: NewField[] } | null =
    firstPage !== null && lines[0]?.kind === 'question' ? { title: firstPage, fields: [] } : null;
  const close = (): void => {
    if (!page || page.fields.length === 0) return;
    const name = freeName('page', taken);
    taken.add(name);
    pages.push({ name, ...holding({ type: 'object', title: page.title }, page.fields) });
  };
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'page') {
      close();
      page = { title: line.title, fields: [] };
    } else if (!line.isInner) {
      const after = lines.slice(index + 1);
      const end = after.findIndex(({ isInner }) => !isInner);
      const inner = line.item === 'rows' ? after.slice(0, end === -1 ? undefined : end) : [];
      (page?.fields ?? loose).push(fieldOf(line, inner));
    }
  }
  close();
  return { tetsuzuki: 'questions', pages, fields: loose };
}

function fieldOf(line: ListedLine, inner: readonly ListedLine[]): NewField {
  const [begun] = PALETTE.find(({ key }) => key === line.item)?.fields ?? [];
  if (!begun) throw new Error(`The palette has no ${line.item}.`);
  const { schema, ui, name } = begun;
  const own: NewField['schema'] = {
    ...schema,
    title: line.title,
    ...(PERSONAL.test(line.title) ? { 'x-purpose': PURPOSE } : {}),
    ...optionsIn(schema, line.options),
  };
  const required = line.required || begun.required === true;
  if (line.item !== 'rows' || inner.length === 0)
    return { name, schema: own, ...(ui ? { ui } : {}), ...(required ? { required } : {}) };
  const row = holding(
    { type: 'object' },
    inner.map((one) => fieldOf(one, [])),
  );
  return {
    name,
    schema: { ...own, items: row.schema },
    ...(row.ui ? { ui: { items: row.ui } } : {}),
    ...(required ? { required } : {}),
  };
}

function optionsIn(schema: NewField['schema'], titles: readonly string[]): NewField['schema'] {
  if (titles.length === 0) return {};
  const oneOf = titles.map((title, index) => ({ const: `option_${index + 1}`, title }));
  if (schema['type'] !== 'array') return 'oneOf' in schema ? { oneOf } : {};
  return { items: { type: 'string', oneOf }, maxItems: titles.length };
}

/** An object with these questions in it, under names of their own. */
function holding(schema: NewField['schema'], fields: readonly NewField[]): Pick<NewField, 'schema' | 'ui'> {
  const taken = new Set<string>();
  const named = fields.map((field) => {
    const name = freeName(field.name, taken);
    taken.add(name);
    return { ...field, name };
  });
  const required = named.filter((field) => field.required).map(({ name }) => name);
  const ui = named.flatMap((field) => (field.ui ? [[field.name, field.ui] as const] : []));
  return {
    schema: {
      ...schema,
      properties: Object.fromEntries(named.map((field) => [field.name, field.schema])),
      ...(required.length > 0 ? { required } : {}),
    },
    ...(ui.length > 0 ? { ui: Object.fromEntries(ui) } : {}),
  };
}
