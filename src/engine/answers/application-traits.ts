import { addressKey } from '../japanese/same-name.js';
import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';

/** By what two applications may be thought related. */
export type TraitKind = 'phone' | 'address' | 'account' | 'corporation' | 'permit';

/** One thing that an application shares with another when both have the same `value`. */
export interface ApplicationTrait {
  readonly kind: TraitKind;
  /** As it is compared: width, hyphens and spelling make no difference. */
  readonly value: string;
  /** Dotted path of the question. */
  readonly path: string;
}

/** Shorter addresses (「1-2-3」) would relate strangers. */
const SHORTEST_ADDRESS = 6;

/**
 * Telephone numbers, addresses, bank accounts, corporate and permit numbers of an application. They are told by the
 * format of a question, an address also by where it is filled from (`site.address`) or its title.
 */
export function applicationTraits({ pages }: Form, answers: Answers): readonly ApplicationTrait[] {
  const found = new Map<string, ApplicationTrait>();
  for (const page of pages) inFields(page.fields, answers[page.name]);
  return [...found.values()];

  function inFields(fields: readonly Field[], values: unknown): void {
    for (const field of fields) {
      const value = memberOf(values, field.name);
      if (field.kind === 'group') inFields(field.fields, value);
      else if (field.kind === 'rows' && Array.isArray(value))
        value.forEach((row) => inFields(field.fields, row));
      else if (typeof value === 'string') {
        const trait = traitOf(field, value, fields, values);
        if (trait) add({ ...trait, path: field.path });
      }
    }
  }

  function add(trait: ApplicationTrait): void {
    const key = `${trait.kind} ${trait.value}`;
    if (!found.has(key)) found.set(key, trait);
  }
}

function traitOf(
  field: Field,
  text: string,
  siblings: readonly Field[],
  values: unknown,
): Omit<ApplicationTrait, 'path'> | null {
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '');
  if (plain === '') return null;
  if (field.format === 'tel-jp') return { kind: 'phone', value: plain };
  if (field.format === 'corporate-number') return { kind: 'corporation', value: plain };
  if (field.format === 'account-number') {
    const codeBefore = (format: string): string | null => {
      const before = siblings.slice(0, siblings.indexOf(field));
      const code = before.filter((sibling) => sibling.format === format).at(-1);
      const value = code && memberOf(values, code.name);
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const [bank, branch] = [codeBefore('bank-code'), codeBefore('branch-code')];
    return bank && branch ? { kind: 'account', value: `${bank}-${branch}-${plain}` } : null;
  }
  if (/許可番号$/.test(field.title)) return { kind: 'permit', value: plain };
  if (!/\.address$/.test(field.prefill ?? '') && !/(?:住所|所在地)$/.test(field.title)) return null;
  const address = addressKey(text);
  return [...address].length < SHORTEST_ADDRESS ? null : { kind: 'address', value: address };
}

function memberOf(values: unknown, name: string): unknown {
  const members = typeof values === 'object' && values !== null ? values : {};
  return Object.hasOwn(members, name) ? (members as Answers)[name] : undefined;
}
