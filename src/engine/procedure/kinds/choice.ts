import type { FeelType } from '../../expression/index.js';
import type { Option } from '../procedure.js';
import { bound, checkOrder, type KindReading, type KindRules, schemaOf } from './kind-rules.js';
import { hasOptions, OPTION_KEYWORDS, readOptions } from './options.js';
import { ObjectReader } from '../../workflow/object-reader.js';

/** One of several: a radio group or a select. */
export const choice: KindRules = {
  kind: 'choice',
  types: ['string', 'integer', 'number'],
  matches: hasOptions,
  keywords: OPTION_KEYWORDS,
  read(source, tables): KindReading {
    const type = String(source.at('type').value);
    const options = readOptions(source, type, tables);
    return { schema: { type, enum: valuesOf(options) }, options, attachment: null };
  },
  type: (reading) => optionType(reading),
};

/** Any of several: a group of checkboxes. `items` is a choice without a title. */
export const choices: KindRules = {
  kind: 'choices',
  types: ['array'],
  matches: (source) => {
    const items = source.at('items');
    return hasOptions(new ObjectReader(items.value ?? {}, items.path, [], []));
  },
  keywords: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  read(source, tables): KindReading {
    const { value, path } = source.at('items');
    const items = new ObjectReader(value, path, source.problems, ['type', ...OPTION_KEYWORDS]);
    const type = items.requiredOneOf('type', ['string', 'integer', 'number'], 'string');
    const options = readOptions(items, type, tables);
    checkOrder(source, 'minItems', 'maxItems');
    source.flag('uniqueItems');
    const schema = schemaOf({
      type: 'array',
      items: { type, enum: valuesOf(options) },
      minItems: bound(source, 'minItems', 0, options.length),
      maxItems: bound(source, 'maxItems', 1, options.length) ?? options.length,
      uniqueItems: true,
    });
    return { schema, options, attachment: null };
  },
  type: (reading) => ({ kind: 'list', of: optionType(reading) }),
};

function valuesOf(options: readonly Option[] | null): (string | number)[] {
  return (options ?? []).map((option) => option.value);
}

function optionType({ options }: KindReading): FeelType {
  const texts = (options ?? []).map((option) => option.value).filter((value) => typeof value === 'string');
  return texts.length > 0 ? { kind: 'string', options: texts } : { kind: 'number' };
}
