import { fetchFormBundle } from '../../api/procedures.js';
import type { FormBundle } from '../../api/types.js';
import type { Language } from '../../texts/index.js';
import { isRefused } from '../../api/request.js';
import {
  FORM_PROGRAM_FORMAT,
  type Form,
  linkForm,
  type PageValidator,
  type PageValidators,
  translateForm,
} from '../engine.js';
import { FormUnreadable } from './form-unreadable.js';

/** A form ready to be filled: the published program, linked in this browser, with the published validators. */
export interface LoadedForm {
  readonly versionHash: string;
  /** What its questions are written in. */
  readonly language: Language;
  /** Of the procedure. */
  readonly title: string;
  readonly themeColor: string | null;
  readonly form: Form;
  readonly validators: PageValidators;
}

/** The same questions and verdicts in either language; Japanese words where the procedure brings no English. */
export type SpokenForm = Readonly<Record<Language, LoadedForm>>;

const loaded = new Map<string, Promise<SpokenForm>>();

/** Versions never change, so each is fetched and linked once a visit. A failure is not remembered. */
export function loadForm(versionHash: string): Promise<SpokenForm> {
  const known = loaded.get(versionHash);
  if (known) return known;
  const loading = fetchFormBundle(versionHash, FORM_PROGRAM_FORMAT).then(readBundle, (failure: unknown) => {
    // The server knows the version, but speaks another format by now.
    throw isRefused(failure, 'not-found') ? new FormUnreadable() : failure;
  });
  loading.catch(() => loaded.delete(versionHash));
  loaded.set(versionHash, loading);
  return loading;
}

async function readBundle(bundle: FormBundle): Promise<SpokenForm> {
  const { versionHash, title, themeColor, program, english } = bundle;
  const [form, validators] = await Promise.all([linkForm(program), importValidators(bundle.validators)]);
  if (!form) throw new FormUnreadable();
  const ja: LoadedForm = { versionHash, language: 'ja', title, themeColor, form, validators };
  if (english === null) return { ja, en: ja };
  const translate = (text: string): string => (Object.hasOwn(english, text) ? (english[text] ?? text) : text);
  return { ja, en: { ...ja, language: 'en', title: translate(title), form: translateForm(form, translate) } };
}

async function importValidators(addresses: FormBundle['validators']): Promise<PageValidators> {
  const pages = Object.entries(addresses);
  return Object.fromEntries(
    await Promise.all(pages.map(async ([page, address]) => [page, await importValidator(address)] as const)),
  );
}

/** A module from our own origin: the content policy allows it, and nothing is evaluated. */
async function importValidator(address: string): Promise<PageValidator> {
  const module = (await import(/* @vite-ignore */ address)) as { readonly default: PageValidator };
  return module.default;
}
