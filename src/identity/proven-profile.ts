import { findUnsafeText, FORMATS } from '#engine';

/** What a provider says of somebody, in the words of our profiles; dates as `YYYY-MM-DD`. */
export interface ProvenProfile {
  readonly name?: string;
  readonly name_kana?: string;
  readonly sex?: 'male' | 'female' | 'other';
  readonly birth_date?: string;
  readonly postal?: string;
  readonly address?: string;
  readonly corporate_number?: string;
  readonly representative_name?: string;
  readonly representative_kana?: string;
  readonly department?: string;
  readonly contact_name?: string;
  readonly contact_birth_date?: string;
  readonly phone?: string;
}

/** Claims of an ID token and of the userinfo endpoint together. */
export type Claims = Readonly<Record<string, unknown>>;

/** A claim as text, every character kept; nothing where it is absent, empty, too long or cannot be stored. */
export function textOf(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '' || Array.from(text).length > 200 || findUnsafeText({ text }).length > 0) return undefined;
  return text;
}

/** Several claims behind one another, such as family and given name. */
export function joined(claims: Claims, names: readonly string[], between: string): string | undefined {
  const parts = names.flatMap((name) => textOf(claims, name) ?? []);
  return parts.length === 0 ? undefined : parts.join(between);
}

/** `1985-03-15` or `19850315`; a year alone, which OpenID Connect allows, is no date. */
export function dateOf(claims: Claims, name: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(textOf(claims, name) ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined;
}

/** Thirteen digits with the right check digit; what is none would stand in the way of a registration. */
export function corporateNumberOf(claims: Claims, name: string): string | undefined {
  const text = textOf(claims, name);
  const format = FORMATS['corporate-number'];
  return text !== undefined && format?.pattern.test(text) && format.verify?.(text) ? text : undefined;
}

const sexes: Readonly<Record<string, ProvenProfile['sex']>> = {
  male: 'male',
  female: 'female',
  other: 'other',
  // ISO/IEC 5218, which cards use.
  '1': 'male',
  '2': 'female',
  '9': 'other',
};

export function sexOf(claims: Claims, name: string): ProvenProfile['sex'] {
  const text = textOf(claims, name);
  return text !== undefined && Object.hasOwn(sexes, text) ? sexes[text] : undefined;
}

/** OpenID Connect has an object with `formatted`; services of the government give one line. */
export function addressOf(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'object' && value !== null
    ? textOf(value as Claims, 'formatted')
    : textOf(claims, name);
}

/** Without the members that have no value. */
export function withoutGaps(profile: {
  readonly [Field in keyof ProvenProfile]: ProvenProfile[Field] | undefined;
}): ProvenProfile {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
}
