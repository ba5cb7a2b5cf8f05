import type { PostalAddress } from '../../../api/types.js';
import type { Field } from '../../engine.js';

/** What of an address goes where. */
export interface PlaceAnswers {
  readonly values: ReadonlyMap<string, unknown>;
  /** Part of the address for which there is no such choice; null when all found its place. */
  readonly notOffered: string | null;
}

/** 大阪府大阪市中央区大手前 */
export function placeText({ prefecture, city, town }: PostalAddress): string {
  return prefecture + city + town;
}

/**
 * The answers to the questions that `ui:fills` names. Of 大阪市中央区, a choice that has 大阪市 alone leaves 中央区 for the
 * town.
 */
export function placeAnswers(
  address: PostalAddress,
  fills: Readonly<Record<string, string>>,
  fieldOf: (name: string) => Field | null,
): PlaceAnswers {
  const values = new Map<string, unknown>();
  let notOffered: string | null = null;
  let rest = '';
  const put = (part: string, whole: string, code: string): void => {
    const field = fills[part] === undefined ? null : fieldOf(fills[part]);
    if (!field) return;
    if (!field.options) {
      values.set(field.name, whole);
      return;
    }
    const option =
      field.options.find(({ value, title }) => value === code || title === whole) ??
      field.options
        .filter(({ title }) => whole.startsWith(title))
        .sort((one, other) => other.title.length - one.title.length)[0];
    if (!option) {
      notOffered = address.prefecture + (part === 'prefecture' ? '' : address.city);
      return;
    }
    values.set(field.name, option.value);
    if (part === 'city' && whole.startsWith(option.title)) rest = whole.slice(option.title.length);
  };
  put('prefecture', address.prefecture, address.municipalityCode.slice(0, 2));
  put('city', address.city, address.municipalityCode);
  put('municipality', address.municipalityCode, address.municipalityCode);
  // An address outside of what is offered would only look right in the half that is free text.
  if (notOffered === null) {
    put('town', rest + address.town, '');
    put('address', placeText(address), '');
  }
  return { values, notOffered };
}
