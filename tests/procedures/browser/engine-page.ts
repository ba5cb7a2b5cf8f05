import {
  compileProcedure,
  type FormProgram,
  linkForm,
  type PageValidator,
  type PageValidators,
  type ProcedureFiles,
} from '#engine';
import { type Asked, judge } from './judge.js';

/**
 * What the spec asks of the engine in the page. `validators` is page → address of its published module; with a program,
 * the form is linked from it, as the screens do it.
 */
export type JudgeInPage = (
  files: ProcedureFiles,
  validators: Readonly<Record<string, string>>,
  asked: Asked,
  program: FormProgram | null,
) => Promise<readonly string[]>;

const judgeInPage: JudgeInPage = async (files, addresses, asked, program) => {
  const loaded = await Promise.all(
    Object.entries(addresses).map(async ([page, address]) => {
      const module = (await import(/* @vite-ignore */ address)) as { readonly default: PageValidator };
      return [page, module.default] as const;
    }),
  );
  const validators: PageValidators = Object.fromEntries(loaded);
  const compiled = compileProcedure(files);
  const linked = program && (await linkForm(program));
  if (program && !linked) throw new Error('The program does not link.');
  if (!compiled.ok || !linked) return judge(compiled, validators, asked);
  const procedure = { ...compiled.procedure, form: linked };
  return judge({ ...compiled, procedure }, validators, asked);
};

Object.assign(globalThis, { judgeInPage });
