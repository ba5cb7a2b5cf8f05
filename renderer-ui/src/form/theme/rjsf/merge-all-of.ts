import type { RJSFSchema } from '@rjsf/utils';

/**
 * In the place of rjsf's merge of `allOf`, which weighs keywords against each other: the parts laid over one another.
 * A page's schema is made by the engine and holds no `allOf`; what is asked is decided before rjsf sees it.
 */
export default function mergeAllOf({ allOf = [], ...beside }: RJSFSchema): RJSFSchema {
  return Object.assign({}, ...allOf, beside) as RJSFSchema;
}
