import { type Fact, officeTitle } from '../expression/index.js';
import type { Language } from '../../../renderer-ui/src/texts/index.js';
import type { Placeholder } from './placeholder-words.js';
import { readLine } from './template-lines.js';

/** Of what a repeat over the items of a correction has. */
const ITEM: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  label: ['直す項目', 'What is to be corrected'],
  comment: ['不備と直し方', 'What is wrong with it'],
};

/** What a text can repeat something for: rows of the form, what is to be corrected. */
export function listsFor(facts: readonly Fact[]): readonly Placeholder[] {
  return facts.filter(({ type }) => type.kind === 'list').map(({ name, title }) => ({ name, title }));
}

/** Everything that can be put into this text: answers, what the office adds, and the row of a repeat around. */
export function placeholdersFor(
  facts: readonly Fact[],
  body: readonly string[],
  language: Language,
): readonly Placeholder[] {
  const at = language === 'ja' ? 0 : 1;
  const plain = facts
    .filter(({ type }) => type.kind !== 'list' && type.kind !== 'context')
    .map(({ name, title }) => ({ name, title }));
  const known = new Map(facts.map((fact) => [fact.name, fact]));
  const rows = body.flatMap((line): readonly Placeholder[] => {
    const read = readLine(line);
    if (read.kind !== 'each' || read.name === '') return [];
    const type = known.get(read.list)?.type;
    const of = type?.kind === 'list' ? type.of : null;
    const keys = of?.kind === 'context' ? Object.keys(of.fields) : Object.keys(ITEM);
    return keys.map((key) => ({
      name: `${read.name}.${key}`,
      title: `${known.get(read.list)?.title ?? read.name} › ${ITEM[key]?.[at] ?? key}`,
    }));
  });
  const isOffice = ({ name }: Placeholder): boolean => officeTitle(name, language) !== null;
  return [...rows, ...plain.filter((one) => !isOffice(one)), ...plain.filter(isOffice)];
}
