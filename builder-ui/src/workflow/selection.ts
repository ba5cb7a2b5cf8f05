/** What of the review is being edited; it stands in the address, so that a problem leads to it. */
export type Selection =
  | { readonly kind: 'review' }
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'action' | 'timer'; readonly stage: string; readonly name: string };

const FILE = 'workflow.json#';

/** @param at `workflow.json#/stages/review/actions/pass/routes/0/when` */
export function selectionAt(at: string | null): Selection | null {
  if (at === null || !at.startsWith(FILE)) return null;
  const [, root, stage, kind, name] = at
    .slice(FILE.length)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (root !== 'stages' || stage === undefined) return { kind: 'review' };
  if (name !== undefined && kind === 'actions') return { kind: 'action', stage, name };
  if (name !== undefined && kind === 'timers') return { kind: 'timer', stage, name };
  return { kind: 'stage', stage };
}

export function addressOfSelection(selection: Selection): string {
  return `${FILE}${pointerOf(selection)}`;
}

/** Its place in workflow.json. */
export function pointerOf(selection: Selection): string {
  switch (selection.kind) {
    case 'review':
      return '';
    case 'stage':
      return step('/stages', selection.stage);
    case 'action':
      return step(`${step('/stages', selection.stage)}/actions`, selection.name);
    case 'timer':
      return step(`${step('/stages', selection.stage)}/timers`, selection.name);
  }
}

export function step(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
