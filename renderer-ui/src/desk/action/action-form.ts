import type { ActionView, TakeActionRequest } from '../../api/types.js';
import type { CorrectionPoints } from '../correction/correction-points.js';
import { toTargets } from '../correction/correction-points.js';
import { pointFaults } from '../correction/point-faults.js';
import { readStaffFields, staffFieldFaults, toFieldValues } from './staff-fields.js';

/** What the official has typed for one action; survives a conflict and a reload of the application. */
export interface ActionForm {
  readonly reason: string;
  readonly publicReason: string;
  /** Staff fields as typed, by name. */
  readonly fields: Readonly<Record<string, string | boolean>>;
  readonly points: CorrectionPoints;
}

export const emptyActionForm: ActionForm = { reason: '', publicReason: '', fields: {}, points: [] };

export interface ActionFault {
  /** Id of the input to go to: `reason`, `publicReason`, `fields.<name>`, `points`, or a JSON Pointer of a point. */
  readonly at: string;
  readonly code:
    | 'reason-missing'
    | 'public-reason-missing'
    | 'public-reason-short'
    | 'points-missing'
    | 'comment-missing'
    | 'field-missing'
    | 'choice-missing'
    | 'confirmation-missing'
    | 'field-wrong';
  /** Title of the field, or the characters still missing. */
  readonly params: { readonly title?: string; readonly missing?: number };
}

/** Characters as the engine counts them: code points, without the space around. */
export function countCharacters(text: string): number {
  return [...text.trim()].length;
}

/** Everything still missing, in the order of the dialog. The server decides; this saves the round trip. */
export function actionFaults(action: ActionView, form: ActionForm): readonly ActionFault[] {
  const { requires } = action;
  const faults: ActionFault[] = [];
  if (requires.targets) faults.push(...pointFaults(form.points));
  faults.push(...staffFieldFaults(readStaffFields(requires.fields), form.fields));
  const count = countCharacters(form.publicReason);
  if (requires.publicReason && count === 0) {
    faults.push({ at: 'publicReason', code: 'public-reason-missing', params: {} });
  } else if (requires.publicReason && count < requires.publicReasonMinLength) {
    const missing = requires.publicReasonMinLength - count;
    faults.push({ at: 'publicReason', code: 'public-reason-short', params: { missing } });
  }
  if (requires.reason && countCharacters(form.reason) === 0) {
    faults.push({ at: 'reason', code: 'reason-missing', params: {} });
  }
  return faults;
}

/** The request for the server: only what the action asks for, so that a left-over text of another action stays home. */
export function toActionRequest(action: ActionView, form: ActionForm, lock: number): TakeActionRequest {
  const { requires } = action;
  const fields = toFieldValues(readStaffFields(requires.fields), form.fields);
  return {
    lock,
    ...(form.reason.trim() ? { reason: form.reason.trim() } : {}),
    ...(requires.publicReason || form.publicReason.trim() ? { publicReason: form.publicReason.trim() } : {}),
    ...(requires.targets ? { targets: toTargets(form.points) } : {}),
    ...(requires.fields ? { fields } : {}),
  };
}
