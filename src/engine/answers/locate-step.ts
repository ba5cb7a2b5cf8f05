import type { Plan, Step } from './plan.js';

/** The question an instance path is about: one inside a list of choices or files is about the list. */
export function locateStep(
  plan: Plan,
  instance: string,
): { readonly step: Step; readonly pointer: string; readonly row: number } | null {
  for (let pointer = instance; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const row = /\/(\d+)(?=\/|$)/.exec(pointer)?.[1];
    const step = plan.byPointer.get(row === undefined ? pointer : pointer.replace(`/${row}`, '/*'));
    if (step) return { step, pointer, row: row === undefined ? -1 : Number(row) };
  }
  return null;
}
