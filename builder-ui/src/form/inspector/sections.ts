/** Keywords in the order in which authors meet them; one that is not here stands under そのほか by itself. */
export const SECTIONS = {
  basic: ['title', 'description', 'examples', 'ui:help'],
  logic: ['x-askWhen', 'x-compute', 'x-check'],
  answer: [
    'format',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
    'x-unit',
    'minItems',
    'maxItems',
    'uniqueItems',
    'x-options',
    'x-attachment',
    'pattern',
  ],
  look: ['ui:widget', 'ui:autocomplete', 'ui:options'],
  privacy: ['x-purpose', 'x-retention', 'x-sensitive'],
  prefill: ['x-prefill', 'ui:fills', 'default', 'x-application', 'x-from-application'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SectionName = keyof typeof SECTIONS | 'rest';

const LOOKS = ['ui:help', 'ui:widget', 'ui:autocomplete', 'ui:options', 'ui:fills'] as const;
/** Shown by editors of their own. */
const ELSEWHERE = ['oneOf', 'enum', 'items', 'x-check'];

/** The keywords of a question by section, as far as its kind has them. */
export function sectionsFor(
  keywords: readonly string[],
  isPage: boolean,
): readonly (readonly [SectionName, readonly string[]])[] {
  const possible = [...keywords, ...(isPage ? [] : LOOKS)].filter((keyword) => !ELSEWHERE.includes(keyword));
  const named = Object.entries(SECTIONS).map(([name, wanted]): readonly [SectionName, readonly string[]] => [
    name as SectionName,
    wanted.filter((keyword) => possible.includes(keyword)),
  ]);
  const known: readonly string[] = Object.values(SECTIONS).flat();
  return [...named, ['rest', possible.filter((keyword) => !known.includes(keyword))]];
}

/** Written in several lines. */
export const LONG_TEXTS: ReadonlySet<string> = new Set(['description', 'x-purpose', 'ui:help', 'message']);
