import { FORMATS } from '#engine';
import type { FieldProblem } from '../http/problem.dto.js';
import { judgePassword } from './password/judge-password.js';
import { businessTitles, passwordSentences, profileSentences, profileTitles } from './profile-sentences.js';
import type { ProfileEntry, ProfileTexts } from './registration.dto.js';

/** The texts of a profile, without password and choices. */
export type ProfileField = keyof typeof profileTitles;

interface FieldRule {
  readonly field: ProfileField;
  readonly required: boolean;
  /** Name of an engine format. */
  readonly format?: string;
  /** A day that must lie in the past. */
  readonly past?: true;
}

const needed = (field: ProfileField, more: Partial<FieldRule> = {}): FieldRule => ({
  field,
  required: true,
  ...more,
});
const free = (field: ProfileField, more: Partial<FieldRule> = {}): FieldRule => ({
  field,
  required: false,
  ...more,
});

type Kind = ProfileEntry['kind'];

/** In the order of the screen. */
const rules: Readonly<Record<Kind, readonly FieldRule[]>> = {
  individual: [
    needed('name'),
    needed('name_kana', { format: 'kana' }),
    free('sex'),
    needed('birth_date', { format: 'date', past: true }),
    free('postal', { format: 'postal-jp' }),
    free('address'),
    needed('phone', { format: 'tel-jp' }),
  ],
  business: [
    needed('name'),
    free('corporate_number', { format: 'corporate-number' }),
    free('postal', { format: 'postal-jp' }),
    free('address'),
    free('representative_name'),
    free('representative_kana', { format: 'kana' }),
    free('department'),
    needed('contact_name'),
    free('contact_birth_date', { format: 'date', past: true }),
    needed('phone', { format: 'tel-jp' }),
  ],
};

export type JudgedProfile =
  | { readonly ok: true; readonly profile: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * What was typed → the profile as it is kept, or everything that is wrong with it. Names keep every character; codes
 * and readings get their usual form. Fields of the other kind of applicant are dropped.
 *
 * @param today civil date in Japan
 */
export function judgeProfile(kind: Kind, entry: ProfileTexts, today: string): JudgedProfile {
  const problems: FieldProblem[] = [];
  const profile: Record<string, string> = {};
  for (const rule of rules[kind]) {
    const value = normalized(entry[rule.field] ?? '', rule.format);
    const fault = faultOf(value, rule, today);
    if (fault !== null) problems.push(fieldProblem(kind, rule, fault));
    else if (value !== '') profile[rule.field] = value;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, profile };
}

/** The texts that a profile of this kind may have. */
export function profileFieldsOf(kind: Kind): readonly ProfileField[] {
  return rules[kind].map(({ field }) => field);
}

/** Everything that is wrong with a password that was entered twice. */
export function judgeNewPassword(
  { password, passwordAgain }: Pick<ProfileEntry, 'password' | 'passwordAgain'>,
  mail: string,
): readonly FieldProblem[] {
  const weak = judgePassword(password, mail);
  return [
    ...(weak === null ? [] : [problem('/password', `password-${weak}`, passwordSentences[weak])]),
    ...(password === passwordAgain
      ? []
      : [problem('/passwordAgain', 'password-differs', passwordSentences.differs)]),
  ];
}

type Fault = 'missing' | 'too-long' | 'wrong-format' | 'not-past';

function faultOf(value: string, { required, format, past }: FieldRule, today: string): Fault | null {
  if (value === '') return required ? 'missing' : null;
  const known = format === undefined ? undefined : FORMATS[format];
  if (Array.from(value).length > (known?.maxLength ?? 200)) return 'too-long';
  if (known && !(known.pattern.test(value) && (known.verify?.(value) ?? true))) return 'wrong-format';
  return past && value >= today ? 'not-past' : null;
}

function normalized(typed: string, format: string | undefined): string {
  const text = typed.trim();
  return format === undefined ? text : (FORMATS[format]?.normalize?.(text) ?? text);
}

function fieldProblem(kind: Kind, { field, format }: FieldRule, fault: Fault): FieldProblem {
  const key = fault === 'wrong-format' && format !== undefined ? format : fault;
  const title = (kind === 'business' ? businessTitles[field] : undefined) ?? profileTitles[field];
  const sentence = profileSentences[key] ?? profileSentences.missing;
  return problem(`/${field}`, fault, {
    ja: sentence.ja.replace('{title}', title.ja),
    en: sentence.en.replace('{title}', title.en),
  });
}

export function problem(path: string, code: string, text: FieldProblem['text']): FieldProblem {
  return { path, code, level: 'error', text };
}
