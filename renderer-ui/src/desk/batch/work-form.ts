import type { ActionView, BatchOffer, BatchWork } from '../../api/types.js';
import {
  actionFaults,
  emptyActionForm,
  toActionRequest,
  type ActionFault,
  type ActionForm,
} from '../action/action-form.js';
import type { DeskTexts } from '../desk-texts.js';
import { faultLines } from '../action/fault-lines.js';
import type { BatchesTexts } from '../../texts/index.js';
import type { SummaryLine } from '../../ui/index.js';

/** What the official has chosen and typed; kept when they come back to change it. */
export interface WorkForm {
  /** Procedure and action as `choiceOf` writes them, or the kind itself; empty until chosen. */
  readonly choice: string;
  readonly action: ActionForm;
  readonly assigneeId: string;
  readonly note: string;
  readonly by: 'load' | 'turn';
  readonly among: readonly string[];
  readonly reason: string;
  readonly reviewOn: string;
}

export const emptyWorkForm: WorkForm = {
  choice: '',
  action: emptyActionForm,
  assigneeId: '',
  note: '',
  by: 'load',
  among: [],
  reason: '',
  reviewOn: '',
};

export const KINDS = ['assign', 'distribute', 'hold', 'release'] as const;

type Offered = BatchOffer['actions'][number];

export function choiceOf({ procedureId, action }: Offered): string {
  return `${procedureId}:${action.name}`;
}

export function chosen(offer: BatchOffer, { choice }: WorkForm): Offered | null {
  return offer.actions.find((offered) => choiceOf(offered) === choice) ?? null;
}

/** The action with what must be typed here: what the table says for each need not be said for all. */
export function askedHere({ action, fromTable }: Offered): ActionView {
  const { requires } = action;
  const required = requires.fields?.['required'];
  const inTable = (name: string): boolean => fromTable.includes(name);
  return {
    ...action,
    requires: {
      ...requires,
      reason: requires.reason && !inTable('reason'),
      publicReasonMinLength: inTable('publicReason') ? 0 : requires.publicReasonMinLength,
      targets: requires.targets && !inTable('points'),
      fields: requires.fields && {
        ...requires.fields,
        required: Array.isArray(required)
          ? required.filter((name) => !inTable(`fields.${String(name)}`))
          : [],
      },
    },
  };
}

/** Nothing of this form is missing; a public reason that the table gives may stay empty here. */
function faultsHere(offered: Offered, form: ActionForm): readonly ActionFault[] {
  const inTable = offered.fromTable.includes('publicReason') && form.publicReason.trim() === '';
  return actionFaults(askedHere(offered), form).filter(({ at }) => !(inTable && at === 'publicReason'));
}

export function actionFaultsOf(offer: BatchOffer, form: WorkForm): readonly ActionFault[] {
  const offered = chosen(offer, form);
  return offered ? faultsHere(offered, form.action) : [];
}

/** Everything still missing, each with the control to go to. A reason may also come from the list itself. */
export function workFaults(
  offer: BatchOffer,
  form: WorkForm,
  texts: BatchesTexts['work'],
  desk: DeskTexts['faults'],
): readonly SummaryLine[] {
  const line = (controlId: string, text: string): SummaryLine => ({ controlId, text });
  if (chosen(offer, form)) return faultLines(actionFaultsOf(offer, form), desk);
  switch (form.choice) {
    case 'assign':
    case 'release':
      return [];
    case 'distribute':
      return form.among.length > 0 ? [] : [line('work-among', texts.amongMissing)];
    case 'hold':
      return [
        ...(form.reason.trim() === '' ? [line('work-reason', texts.holdReasonMissing)] : []),
        ...(form.reviewOn === '' ? [line('work-review-on', texts.reviewOnMissing)] : []),
      ];
    default:
      return [line('work-choice', texts.chooseMissing)];
  }
}

/** Null while something is missing. */
export function toWork(offer: BatchOffer, form: WorkForm): BatchWork | null {
  const action = chosen(offer, form)?.action;
  if (action) {
    const { reason, publicReason, fields, targets } = toActionRequest(action, form.action, 0);
    return {
      kind: 'action',
      procedureId: form.choice.slice(0, form.choice.indexOf(':')),
      action: action.name,
      ...(reason ? { reason } : {}),
      ...(publicReason ? { publicReason } : {}),
      ...(fields ? { fields } : {}),
      ...(targets && targets.length > 0 ? { targets } : {}),
    };
  }
  const note = form.note.trim();
  switch (form.choice) {
    case 'assign':
      return { kind: 'assign', assigneeId: form.assigneeId || null, ...(note ? { note } : {}) };
    case 'distribute':
      return { kind: 'distribute', by: form.by, among: [...form.among] };
    case 'hold':
      return { kind: 'hold', reason: form.reason.trim(), reviewOn: form.reviewOn };
    case 'release':
      return { kind: 'release' };
    default:
      return null;
  }
}
