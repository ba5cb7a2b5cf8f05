import { compileProcedure, type PageValidator, type PageValidators, type ProcedureFiles } from '#engine';
import { type Asked, judge } from './judge.js';

/** What the spec asks of the engine in the page. `validators` is page → address of its published module. */
export type JudgeInPage = (
  files: ProcedureFiles,
  validators: Readonly<Record<string, string>>,
  asked: Asked,
) => Promise<readonly string[]>;

const judgeInPage: JudgeInPage = async (files, addresses, asked) => {
  const loaded = await Promise.all(
    Object.entries(addresses).map(async ([page, address]) => {
      const module = (await import(/* @vite-ignore */ address)) as { readonly default: PageValidator };
      return [page, module.default] as const;
    }),
  );
  const validators: PageValidators = Object.fromEntries(loaded);
  return judge(compileProcedure(files), validators, asked);
};

Object.assign(globalThis, { judgeInPage });
