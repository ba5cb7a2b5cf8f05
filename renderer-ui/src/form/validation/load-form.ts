import { fetchFormBundle } from '../../api/procedures.js';
import type { FormBundle } from '../../api/types.js';
import { compileForm, type Form, type PageValidator, type PageValidators } from '../engine.js';
import { FormUnreadable } from './form-unreadable.js';

/** A form ready to be filled: compiled in this browser from the published files, with the published validators. */
export interface LoadedForm {
  readonly versionHash: string;
  readonly form: Form;
  readonly validators: PageValidators;
}

const loaded = new Map<string, Promise<LoadedForm>>();

/** Versions never change, so each is fetched and compiled once a visit. A failure is not remembered. */
export function loadForm(versionHash: string): Promise<LoadedForm> {
  const known = loaded.get(versionHash);
  if (known) return known;
  const loading = fetchFormBundle(versionHash).then(readBundle);
  loading.catch(() => loaded.delete(versionHash));
  loaded.set(versionHash, loading);
  return loading;
}

async function readBundle(bundle: FormBundle): Promise<LoadedForm> {
  const compiled = compileForm(bundle.files);
  if (!compiled.ok) throw new FormUnreadable(compiled.problems);
  const pages = Object.entries(bundle.validators);
  const validators = await Promise.all(
    pages.map(async ([page, address]) => [page, await importValidator(address)] as const),
  );
  return { versionHash: bundle.versionHash, form: compiled.form, validators: Object.fromEntries(validators) };
}

/** A module from our own origin: the content policy allows it, and nothing is evaluated. */
async function importValidator(address: string): Promise<PageValidator> {
  const module = (await import(/* @vite-ignore */ address)) as { readonly default: PageValidator };
  return module.default;
}
