import type { ProcedureFiles } from '../../procedure/procedure.js';
import { rename } from '../rename.js';
import { addFields, addPage, duplicateField } from './add-fields.js';
import {
  addCheck,
  changeOptions,
  removeCheck,
  setCheck,
  setFieldKind,
  setKeyword,
  setRequired,
  setUi,
} from './change-field.js';
import { changeTable } from './change-table.js';
import { changeTexts } from './change-texts.js';
import { changeWorkflow } from './change-workflow.js';
import { moveField } from './move-field.js';
import type {
  FormOperation,
  Operation,
  TableOperation,
  TextOperation,
  WorkflowOperation,
} from './operation.js';
import { removeField } from './remove-field.js';
import { type Performed, WorkingCopy } from './working-copy.js';

/**
 * Does what an author asks to the files of a folder; what it does not concern keeps every byte. The folder that comes
 * out may have problems (a stage without a way out, a condition that names what is gone): they are the compiler's to
 * tell and the author's to mend. Refused is only what cannot be done at all, and then nothing is.
 */
export function perform(files: ProcedureFiles, operation: Operation): Performed {
  if (operation.kind === 'rename') return rename(files, operation.thing, operation.name);
  const copy = new WorkingCopy(files);
  if (isForm(operation)) changeForm(copy, operation);
  else if (isWorkflow(operation)) changeWorkflow(copy, operation);
  else if (isTable(operation)) changeTable(copy, operation);
  else changeTexts(copy, operation);
  return copy.result;
}

const TEXTS: readonly TextOperation['kind'][] = [
  'set-info',
  'set-english',
  'set-template',
  'remove-template',
  'set-example',
  'remove-example',
];
const TABLES: readonly TableOperation['kind'][] = [
  'add-table',
  'remove-table',
  'set-cell',
  'set-cells',
  'add-row',
  'remove-row',
  'move-row',
  'add-column',
  'set-column-type',
  'move-column',
  'remove-column',
];
const WORKFLOW: readonly WorkflowOperation['kind'][] = [
  'add-part',
  'remove-part',
  'move-part',
  'set-part',
  'add-entry',
  'set-entry',
  'remove-entry',
  'move-entry',
  'set-workflow',
  'set-start',
  'put-circuit',
];

type Other = Exclude<Operation, { readonly kind: 'rename' }>;

function isTable(operation: Other): operation is TableOperation {
  return (TABLES as readonly string[]).includes(operation.kind);
}

function isWorkflow(operation: Other): operation is WorkflowOperation {
  return (WORKFLOW as readonly string[]).includes(operation.kind);
}

function isForm(operation: Other): operation is FormOperation {
  return (
    !isTable(operation) && !isWorkflow(operation) && !(TEXTS as readonly string[]).includes(operation.kind)
  );
}

function changeForm(copy: WorkingCopy, operation: FormOperation): void {
  switch (operation.kind) {
    case 'add-page':
      return addPage(copy, operation);
    case 'add-fields':
      return addFields(copy, operation);
    case 'duplicate-field':
      return duplicateField(copy, operation);
    case 'remove-field':
      return removeField(copy, operation.path);
    case 'move-field':
      return moveField(copy, operation);
    case 'set-keyword':
      return setKeyword(copy, operation);
    case 'set-field-kind':
      return setFieldKind(copy, operation);
    case 'set-required':
      return setRequired(copy, operation);
    case 'set-ui':
      return setUi(copy, operation);
    case 'add-check':
      return addCheck(copy, operation);
    case 'set-check':
      return setCheck(copy, operation);
    case 'remove-check':
      return removeCheck(copy, operation);
    case 'add-option':
    case 'set-option':
    case 'remove-option':
    case 'move-option':
      return changeOptions(copy, operation);
  }
}
