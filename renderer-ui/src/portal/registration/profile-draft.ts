import type { IdentityArrivalView, ProfileEntry } from '../../api/types.js';

/** What was typed, without the passwords: those live in memory alone. */
export type ProfileDraft = Omit<ProfileEntry, 'password' | 'passwordAgain'>;

export type ProfileField = Exclude<keyof ProfileDraft, 'kind' | 'wantsNews'>;

/** In the order of the screen; the server says which are required and what is wrong. */
export const profileFields: Readonly<
  Record<ProfileDraft['kind'], readonly { readonly name: ProfileField; readonly required: boolean }[]>
> = {
  individual: [
    { name: 'name', required: true },
    { name: 'name_kana', required: true },
    { name: 'sex', required: false },
    { name: 'birth_date', required: true },
    { name: 'postal', required: false },
    { name: 'address', required: false },
    { name: 'phone', required: true },
  ],
  business: [
    { name: 'name', required: true },
    { name: 'corporate_number', required: false },
    { name: 'postal', required: false },
    { name: 'address', required: false },
    { name: 'representative_name', required: false },
    { name: 'representative_kana', required: false },
    { name: 'department', required: false },
    { name: 'contact_name', required: true },
    { name: 'contact_birth_date', required: false },
    { name: 'phone', required: true },
  ],
};

/** Whom an outside service sent, and what it says of them. */
export type Arrival = NonNullable<IdentityArrivalView['arrival']>;

/** What was typed, with what the service says where nothing was; what it vouches for in any case. */
export function withArrival(draft: ProfileDraft, arrival: Arrival | null): ProfileDraft {
  if (arrival === null) return draft;
  const { profile, proven, kind } = arrival;
  const typed = Object.entries(draft).filter(([, value]) => value !== '');
  const vouched = proven.flatMap((name) => (profile[name] === undefined ? [] : [[name, profile[name]]]));
  return {
    ...emptyDraft,
    kind,
    ...profile,
    ...Object.fromEntries(typed),
    ...Object.fromEntries(vouched),
    ...(proven.length > 0 ? { kind } : {}),
  };
}

const emptyDraft: ProfileDraft = { kind: 'individual', name: '', phone: '', wantsNews: false };

/** The first two steps: terms that were agreed to, and the address as typed. */
export interface MailDraft {
  readonly termsVersion: string | null;
  readonly mail: string;
  readonly mailAgain: string;
}

const emptyMailDraft: MailDraft = { termsVersion: null, mail: '', mailAgain: '' };

const KEY = 'tetsuzuki.registration';
const MAIL_KEY = 'tetsuzuki.registration.mail';

/** Of this tab, until it is closed or the registration is done: a shared device keeps nothing. */
export const readDraft = (): ProfileDraft => read(KEY, emptyDraft);
export const keepDraft = (draft: ProfileDraft): void => keep(KEY, draft);
export const readMailDraft = (): MailDraft => read(MAIL_KEY, emptyMailDraft);
export const keepMailDraft = (draft: MailDraft): void => keep(MAIL_KEY, draft);

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(KEY);
    sessionStorage.removeItem(MAIL_KEY);
  } catch {
    // As below.
  }
}

function read<T>(key: string, empty: T): T {
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<T>) };
  } catch {
    return empty;
  }
}

function keep(key: string, draft: object): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A browser that refuses storage loses what was typed at a reload, and nothing else.
  }
}
