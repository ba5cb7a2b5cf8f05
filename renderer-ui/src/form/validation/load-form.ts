import { fetchFormBundle } from '../../api/procedures.js';
import type { FormBundle } from '../../api/types.js';
import type { Language } from '../../texts/index.js';
import {
  compileForm,
  englishOf,
  type Form,
  type PageValidator,
  type PageValidators,
  translateForm,
} from '../engine.js';
import { FormUnreadable } from './form-unreadable.js';

/** A form ready to be filled: compiled in this browser from the published files, with the published validators. */
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

/** Versions never change, so each is fetched and compiled once a visit. A failure is not remembered. */
export function loadForm(versionHash: string): Promise<SpokenForm> {
  const known = loaded.get(versionHash);
  if (known) return known;
  const loading = fetchFormBundle(versionHash).then(readBundle);
  loading.catch(() => loaded.delete(versionHash));
  loaded.set(versionHash, loading);
  return loading;
}

async function readBundle(bundle: FormBundle): Promise<SpokenForm> {
  const compiled = compileForm(bundle.files);
  if (!compiled.ok) throw new FormUnreadable(compiled.problems);
  const pages = Object.entries(bundle.validators);
  const validators = await Promise.all(
    pages.map(async ([page, address]) => [page, await importValidator(address)] as const),
  );
  const translate = englishOf(bundle.files);
  const ja = {
    versionHash: bundle.versionHash,
    language: 'ja' as Language,
    ...infoIn(bundle.files['procedure.json'] ?? ''),
    form: compiled.form,
    validators: Object.fromEntries(validators),
  };
  if (bundle.files['texts/en.json'] === undefined) return { ja, en: ja };
  return {
    ja,
    en: { ...ja, language: 'en', title: translate(ja.title), form: translateForm(ja.form, translate) },
  };
}

/** What the screens show of procedure.json; the server has compiled it. */
function infoIn(procedureJson: string): Pick<LoadedForm, 'title' | 'themeColor'> {
  const info = JSON.parse(procedureJson.replace(/^\uFEFF/, '')) as Pick<LoadedForm, 'title'> & {
    readonly themeColor?: string | null;
  };
  return { title: info.title, themeColor: info.themeColor ?? null };
}

/** A module from our own origin: the content policy allows it, and nothing is evaluated. */
async function importValidator(address: string): Promise<PageValidator> {
  const module = (await import(/* @vite-ignore */ address)) as { readonly default: PageValidator };
  return module.default;
}
