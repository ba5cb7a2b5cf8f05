import { isSafeName } from '../../workflow/safe-name.js';
import { pointer as stepTo } from '../../workflow/object-reader.js';
import { placeAt } from '../json-place.js';

import { putCircuit } from './put-circuit.js';
import type { WorkflowList, WorkflowOperation, WorkflowPart } from './operation.js';
import type { WorkingCopy } from './working-copy.js';

const WORKFLOW = 'workflow.json';

export function changeWorkflow(copy: WorkingCopy, operation: WorkflowOperation): void {
  switch (operation.kind) {
    case 'set-start':
      copy.json(WORKFLOW, { kind: 'set', pointer: '/start', value: operation.stage });
      return;
    case 'set-workflow':
      copy.setDeep(WORKFLOW, stepTo('', operation.keyword), operation.value);
      return;
    case 'add-part':
    case 'remove-part':
    case 'move-part':
    case 'set-part':
      changePart(copy, operation);
      return;
    case 'add-entry':
    case 'set-entry':
    case 'remove-entry':
    case 'move-entry':
      changeEntry(copy, operation);
      return;
    case 'put-circuit':
      putCircuit(copy, operation.circuit);
  }
}

type PartOperation = Extract<WorkflowOperation, { readonly part: WorkflowPart }>;

function changePart(copy: WorkingCopy, operation: PartOperation): void {
  const { part } = operation;
  const holder = holderOf(part);
  const pointer = stepTo(holder, part.name);
  const root = copy.root(WORKFLOW);
  if (!root) return;
  const isThere = placeAt(root, pointer) !== null;
  if (operation.kind === 'add-part') {
    if (isThere) copy.refuse(WORKFLOW, 'name-taken', { name: part.name });
    if (!isSafeName(part.name)) copy.refuse(WORKFLOW, 'unsafe-name', { name: part.name });
    const { value, before } = operation;
    if (placeAt(root, holder))
      copy.json(WORKFLOW, { kind: 'insert', pointer, value, ...(before === undefined ? {} : { before }) });
    else copy.setDeep(WORKFLOW, holder, { [part.name]: value });
    return;
  }
  if (!isThere) copy.refuse(WORKFLOW, 'name-unknown', { name: part.name });
  if (operation.kind === 'set-part')
    copy.setDeep(WORKFLOW, stepTo(pointer, operation.keyword), operation.value);
  else if (operation.kind === 'remove-part') copy.json(WORKFLOW, { kind: 'remove', pointer });
  else if (operation.before !== part.name)
    copy.json(WORKFLOW, {
      kind: 'move',
      pointer,
      to: pointer,
      ...(operation.before === undefined ? {} : { before: operation.before }),
    });
}

function holderOf(part: WorkflowPart): string {
  return 'stage' in part ? `${stepTo('/stages', part.stage)}/${part.of}` : `/${part.of}`;
}

type EntryOperation = Extract<WorkflowOperation, { readonly list: WorkflowList }>;

function changeEntry(copy: WorkingCopy, operation: EntryOperation): void {
  const list = listOf(operation.list);
  if (operation.kind === 'add-entry') {
    const root = copy.root(WORKFLOW);
    if (!root) return;
    const { value, index } = operation;
    if (placeAt(root, list))
      copy.json(WORKFLOW, { kind: 'insert', pointer: `${list}/${index ?? '-'}`, value });
    else copy.setDeep(WORKFLOW, list, [value]);
    return;
  }
  const pointer = stepTo(list, operation.index);
  if (operation.kind === 'set-entry') copy.json(WORKFLOW, { kind: 'set', pointer, value: operation.value });
  else if (operation.kind === 'remove-entry') copy.json(WORKFLOW, { kind: 'remove', pointer });
  else if (operation.to !== operation.index)
    copy.json(WORKFLOW, { kind: 'move', pointer, to: stepTo(list, operation.to) });
}

function listOf(list: WorkflowList): string {
  if (!('stage' in list)) return `/${list.of}`;
  const stage = stepTo('/stages', list.stage);
  if (list.of === 'steps') return `${stage}/approvers/steps`;
  const action = 'action' in list ? list.action : undefined;
  const timer = 'timer' in list ? list.timer : undefined;
  const owner =
    action !== undefined
      ? stepTo(`${stage}/actions`, action)
      : timer !== undefined
        ? stepTo(`${stage}/timers`, timer)
        : stage;
  return `${owner}/${list.of}`;
}
