import { compileExpression, type Expression, type Scope } from '../expression/index.js';
import { type Problem, problem } from '../problem.js';
import { type Located, ObjectReader } from '../workflow/object-reader.js';
import { INFO_FILE } from './compile-form.js';
import { contrastWithWhite, LEAST_CONTRAST } from './contrast.js';
import { expressionProblems } from './expression-problems.js';
import type { ProcedureInfo } from './procedure.js';
import { readWindow } from './read-window.js';

const KEYS = [
  '$schema',
  'id',
  'title',
  'summary',
  'kind',
  'audience',
  'category',
  'department',
  'contact',
  'legalNature',
  'legalBasis',
  'criteria',
  'acceptanceWindow',
  'standardProcessingDays',
  'oncePer',
  'numbering',
  'retentionYears',
  'signIn',
  'delegation',
  'statistics',
  'fee',
  'subject',
  'paperAlternative',
  'themeColor',
  'clock',
  'titleKana',
  'searchWords',
  'faq',
];
const NATURES = ['disposition', 'contract_grant', 'notification', 'voluntary', 'service'] as const;
const AUDIENCES = ['individual', 'business'] as const;
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 63;
const KANA = /^[ァ-ヺー・ 　0-9A-Za-z]+$/u;

/**
 * Reads procedure.json. The result is usable only when no problem was added.
 *
 * @param scope of the answers, for `subject` and `oncePer.key`
 */
export function readInfo(value: unknown, scope: Scope, problems: Problem[]): ProcedureInfo | null {
  const before = problems.length;
  const reader = new ObjectReader(value, `${INFO_FILE}#`, problems, KEYS);
  const subject = textExpression(reader, 'subject', scope);
  const info = {
    id: readId(reader),
    title: reader.text('title'),
    summary: reader.text('summary'),
    kind: reader.requiredOneOf('kind', ['application', 'notification'], 'application'),
    audience: readAudience(reader),
    category: reader.text('category'),
    department: reader.text('department'),
    contact: readContact(reader),
    legalNature: reader.requiredOneOf('legalNature', NATURES, 'service'),
    legalBasis: reader.list('legalBasis').map((item) => readTexts(item, ['title', 'article'], problems)),
    criteria: readCriteria(reader),
    acceptanceWindow: readWindow(reader),
    standardProcessingDays: requiredNumber(reader, 'standardProcessingDays', 1, 1000),
    clock: readClock(reader),
    oncePer: isAbsent(reader, 'oncePer') ? null : readOncePer(reader, scope),
    numbering: readNumbering(reader),
    retentionYears: requiredNumber(reader, 'retentionYears', 1, 100),
    signIn: reader.requiredOneOf('signIn', ['none', 'account', 'signature'], 'account'),
    delegation: isAbsent(reader, 'delegation') || reader.flag('delegation'),
    statistics: isAbsent(reader, 'statistics') || reader.flag('statistics'),
    fee: isAbsent(reader, 'fee') ? null : reader.optionalText('fee'),
    paperAlternative: isAbsent(reader, 'paperAlternative') ? null : reader.optionalText('paperAlternative'),
    themeColor: isAbsent(reader, 'themeColor') ? null : readColour(reader),
    titleKana: isAbsent(reader, 'titleKana') ? null : readKana(reader),
    searchWords: reader.texts('searchWords'),
    faq: reader.list('faq').map((item) => readTexts(item, ['question', 'answer'], problems)),
  };
  return subject && problems.length === before ? { ...info, subject } : null;
}

function isAbsent(reader: ObjectReader, key: string): boolean {
  return (reader.at(key).value ?? null) === null;
}

function readId(reader: ObjectReader): string {
  const id = reader.text('id');
  if (id !== '' && !(ID.test(id) && id.length <= LONGEST_ID))
    reader.report(reader.at('id').path, 'wrong-id', { id });
  return id;
}

/** White text stands on it, so it must be dark enough to be read. */
function readColour(reader: ObjectReader): string | null {
  const colour = reader.optionalText('themeColor');
  if (colour === null) return null;
  const { path } = reader.at('themeColor');
  const contrast = contrastWithWhite(colour);
  if (contrast === null) reader.report(path, 'wrong-colour', { value: colour });
  else if (contrast < LEAST_CONTRAST) {
    // Rounded down: 4.49 must not read as 4.5.
    reader.report(path, 'contrast-too-low', { colour, ratio: Math.floor(contrast * 10) / 10 });
  }
  return colour;
}

/** Katakana; numbers, Latin letters and spaces stand as they are read. */
function readKana(reader: ObjectReader): string | null {
  const kana = reader.optionalText('titleKana');
  if (kana !== null && !KANA.test(kana))
    reader.report(reader.at('titleKana').path, 'wrong-kana', { value: kana });
  return kana;
}

function readClock(reader: ObjectReader): ProcedureInfo['clock'] {
  const clock = isAbsent(reader, 'clock') ? null : inside(reader, 'clock', ['days', 'count']);
  return {
    days: clock?.oneOf('days', ['working', 'calendar']) ?? 'working',
    count: clock?.oneOf('count', ['exclusive', 'inclusive']) ?? 'exclusive',
  };
}

function requiredNumber(reader: ObjectReader, key: string, from: number, to: number): number {
  if (!reader.has(key)) reader.missing(key);
  return reader.wholeNumber(key, from, to) ?? from;
}

function readAudience(reader: ObjectReader): ProcedureInfo['audience'] {
  const given = reader.texts('audience');
  if (given.length === 0) reader.missing('audience');
  return given.flatMap((value) => {
    const known = AUDIENCES.find((audience) => audience === value);
    if (!known)
      reader.report(reader.at('audience').path, 'unknown-choice', { value, choices: AUDIENCES.join(', ') });
    return known ? [known] : [];
  });
}

function inside(reader: ObjectReader, key: string, keys: readonly string[]): ObjectReader {
  const { value, path } = reader.at(key);
  if (!reader.has(key)) reader.missing(key);
  return new ObjectReader(reader.has(key) ? value : {}, path, reader.problems, reader.has(key) ? keys : []);
}

function readTexts<K extends string>(
  { value, path }: Located,
  keys: readonly K[],
  problems: Problem[],
): Record<K, string> {
  const reader = new ObjectReader(value, path, problems, keys);
  return Object.fromEntries(keys.map((key) => [key, reader.text(key)])) as Record<K, string>;
}

function readContact(reader: ObjectReader): ProcedureInfo['contact'] {
  const at = { value: reader.at('contact').value ?? {}, path: reader.at('contact').path };
  return readTexts(at, ['name', 'phone', 'mail', 'hours'], reader.problems);
}

function readCriteria(reader: ObjectReader): ProcedureInfo['criteria'] {
  const seen = new Set<string>();
  return reader.list('criteria').map((item) => {
    const criterion = readTexts(item, ['id', 'title', 'text'], reader.problems);
    if (seen.has(criterion.id)) reader.report(item.path, 'duplicate-id', { id: criterion.id });
    seen.add(criterion.id);
    return criterion;
  });
}

function readNumbering(reader: ObjectReader): ProcedureInfo['numbering'] {
  const numbering = inside(reader, 'numbering', ['prefix', 'documentSymbol']);
  const prefix = numbering.text('prefix');
  if (prefix !== '' && !/^[0-9A-Z]{1,8}$/.test(prefix)) {
    numbering.report(numbering.at('prefix').path, 'wrong-prefix', { value: prefix });
  }
  return { prefix, documentSymbol: numbering.text('documentSymbol') };
}

function readOncePer(reader: ObjectReader, scope: Scope): ProcedureInfo['oncePer'] {
  const oncePer = inside(reader, 'oncePer', ['key', 'message']);
  const key = textExpression(oncePer, 'key', scope);
  const message = oncePer.text('message');
  return key && { key, message };
}

function textExpression(reader: ObjectReader, key: string, scope: Scope): Expression | null {
  const source = reader.text(key);
  if (source === '') return null;
  const { path } = reader.at(key);
  const compiled = compileExpression(source, scope);
  if (!compiled.ok) {
    reader.problems.push(...expressionProblems(path, source, compiled.problems));
    return null;
  }
  const actual = compiled.expression.type.kind;
  if (actual === 'string' || actual === 'any') return compiled.expression;
  reader.problems.push(problem(path, 'expression-wrong-result', { expected: 'string', actual }));
  return null;
}
