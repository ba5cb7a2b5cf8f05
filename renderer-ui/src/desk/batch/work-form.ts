import type { ActionView, BatchOffer, BatchWork } from '../../api/types.js';
import { actionFaults, emptyActionForm, toActionRequest, type ActionForm } from '../action/action-form.js';
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

export function chosenAction(offer: BatchOffer, { choice }: WorkForm): ActionView | null {
  return offer.actions.find((offered) => choiceOf(offered) === choice)?.action ?? null;
}

/** Everything still missing, each with the control to go to. A reason may also come from the list itself. */
export function workFaults(
  offer: BatchOffer,
  form: WorkForm,
  texts: BatchesTexts['work'],
  desk: DeskTexts['faults'],
): readonly SummaryLine[] {
  const line = (controlId: string, text: string): SummaryLine => ({ controlId, text });
  const action = chosenAction(offer, form);
  if (action) return faultLines(actionFaults(action, form.action), desk);
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
  const action = chosenAction(offer, form);
  if (action) {
    const { reason, publicReason, fields } = toActionRequest(action, form.action, 0);
    return {
      kind: 'action',
      procedureId: form.choice.slice(0, form.choice.indexOf(':')),
      action: action.name,
      ...(reason ? { reason } : {}),
      ...(publicReason ? { publicReason } : {}),
      ...(fields ? { fields } : {}),
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
