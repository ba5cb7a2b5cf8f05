import type { ProfileEntry } from '../../api/types.js';

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

const emptyDraft: ProfileDraft = { kind: 'individual', name: '', phone: '', wantsNews: false };

const KEY = 'tetsuzuki.registration';

/** Of this tab, until it is closed or the registration is done: a shared device keeps nothing. */
export function readDraft(): ProfileDraft {
  try {
    return { ...emptyDraft, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<ProfileDraft>) };
  } catch {
    return emptyDraft;
  }
}

export function keepDraft(draft: ProfileDraft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // A browser that refuses storage loses what was typed at a reload, and nothing else.
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
