import formSchema from '../../../../procedures/schemas/form.schema.json' with { type: 'json' };
import uiSchema from '../../../../procedures/schemas/form.ui.schema.json' with { type: 'json' };
import type { Language } from '../../../../renderer-ui/src/texts/index.js';

/** A keyword as the schemas of the procedure's files describe it: the same words that editors show. */
export interface KeywordSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly items?: KeywordSchema;
  readonly properties?: Readonly<Record<string, KeywordSchema>>;
  readonly oneOf?: readonly KeywordSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const defs = formSchema.$defs as unknown as Readonly<Record<string, KeywordSchema>>;
const elements = uiSchema.$defs as unknown as Readonly<Record<string, KeywordSchema>>;

export function schemaOfKeyword(keyword: string): KeywordSchema {
  const own = keyword.startsWith('ui:')
    ? elements['element']?.properties?.[keyword]
    : (defs['question']?.properties?.[keyword] ?? defs['page']?.properties?.[keyword]);
  const ref = own?.$ref === undefined ? undefined : defs[own.$ref.slice('#/$defs/'.length)];
  return ref ? { ...ref, ...own } : (own ?? {});
}

/** Its name for people. */
export function labelOf({ description }: KeywordSchema, fallback: string, language: Language): string {
  const [ja, en] = description?.split('\n') ?? [];
  return (language === 'ja' ? ja : en) ?? fallback;
}
