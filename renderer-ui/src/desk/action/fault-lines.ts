import type { SummaryLine } from '../../ui/index.js';
import type { DeskTexts } from '../desk-texts.js';
import type { ActionFault } from './action-form.js';

/** DOM id of the control of one place in an action's form. */
export function controlId(at: string): string {
  return `action-${at.replaceAll('/', '.')}`;
}

export function faultText(fault: ActionFault, texts: DeskTexts['faults']): string {
  return texts[fault.code](fault.params.title ?? '', fault.params.missing ?? 0);
}

export function faultLines(
  faults: readonly ActionFault[],
  texts: DeskTexts['faults'],
): readonly SummaryLine[] {
  return faults.map((fault) => ({
    controlId: fault.at === 'points' ? null : controlId(fault.at),
    text: faultText(fault, texts),
  }));
}

/** Sentence by place, for the control itself. */
export function faultsByPlace(
  faults: readonly ActionFault[],
  texts: DeskTexts['faults'],
): ReadonlyMap<string, string> {
  return new Map(faults.map((fault) => [fault.at, faultText(fault, texts)]));
}
