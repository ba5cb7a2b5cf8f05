import schema from '../../../procedures/schemas/procedure.schema.json' with { type: 'json' };
import type { SchemaNode } from '../workflow/schema-fields.js';

export const BASICS = schema as unknown as SchemaNode;

/** Everything an author decides about a procedure as a whole, in the order in which they are asked it. */
const NAMED = [
  ['what', ['title', 'titleKana', 'summary', 'kind', 'audience', 'category', 'searchWords']],
  [
    'acceptance',
    ['acceptanceWindow', 'signIn', 'delegation', 'oncePer', 'fee', 'paperAlternative', 'statistics'],
  ],
  ['office', ['department', 'contact', 'numbering', 'retentionYears']],
  ['law', ['legalNature', 'legalBasis', 'criteria', 'standardProcessingDays', 'clock']],
  ['reading', ['subject', 'themeColor', 'faq']],
] as const satisfies readonly (readonly [string, readonly string[]])[];

type SectionName = (typeof NAMED)[number][0];

/** The id stands in addresses and files, and never changes. */
const ELSEWHERE = ['$schema', 'id'];

const named: readonly string[] = NAMED.flatMap(([, keys]) => [...keys]);

/** A key that the format gets later stands in the last section by itself. */
export const SECTIONS: readonly (readonly [SectionName, readonly string[]])[] = NAMED.map(
  ([section, keys], index) => [
    section,
    index < NAMED.length - 1
      ? keys
      : [
          ...keys,
          ...Object.keys(BASICS.properties ?? {}).filter(
            (key) => !named.includes(key) && !ELSEWHERE.includes(key),
          ),
        ],
  ],
);
