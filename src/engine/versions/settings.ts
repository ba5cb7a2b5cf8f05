import { isObject } from '../workflow/object-reader.js';
import type { Concerned, Impact } from './change.js';
import { isSame, plain } from './plain.js';

/** What it means that one setting of a thing is not what it was. */
export interface Setting {
  readonly who: readonly Concerned[];
  readonly impact: Impact | ((before: unknown, after: unknown) => Impact);
}

/** By name; null for a setting that is looked at elsewhere. A name that is missing falls to the rule for the rest. */
export type SettingRules = Readonly<Record<string, Setting | null>>;

export interface ChangedSetting {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly impact: Impact;
  readonly who: readonly Concerned[];
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Every setting that differs, in the order of the old version; nothing escapes for want of a rule.
 *
 * @param read gives a plain value of the old version by the names of the new one
 */
export function changedSettings(
  before: object,
  after: object,
  rules: SettingRules,
  rest: Setting,
  read: (value: unknown) => unknown,
): readonly ChangedSetting[] {
  const [olds, nows] = [plain(before) as Members, plain(after) as Members];
  const renamed = read(before) as Members;
  const names = new Set([...Object.keys(olds), ...Object.keys(nows)]);
  return [...names].flatMap((name) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : rest;
    const [old, now] = [olds[name] ?? null, nows[name] ?? null];
    if (!rule || isSame(old, now) || isSame(renamed[name], now)) return [];
    const { who, impact } = rule;
    return [
      {
        name,
        before: old,
        after: now,
        impact: typeof impact === 'function' ? impact(old, now) : impact,
        who,
      },
    ];
  });
}

/** `{ contact: { phone } }` → `{ "contact.phone" }`, for the members named. */
export function flattened(value: object, names: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
      names.includes(name) && isObject(member)
        ? Object.entries(member).map(([inner, item]) => [`${name}.${inner}`, item] as const)
        : [[name, member] as const],
    ),
  );
}
