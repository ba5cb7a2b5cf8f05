import { problem, type Problem } from '../../problem.js';
import { pointer } from '../../workflow/object-reader.js';
import { refusingActions } from './refusals.js';
import type { Folder } from './rule.js';
import { prints } from './template-content.js';

const REASON = 'action.public_reason';

/** 行政手続法8条: who is refused is told so, and the paper that says so gives the reason that was written. */
export function checkRefusalNotices({ workflow, messages, notices }: Folder): readonly Problem[] {
  if (!workflow) return [];
  return refusingActions(workflow).flatMap(({ stage, action }): readonly Problem[] => {
    const sent = action.effects.filter(({ kind }) => kind === 'message' || kind === 'notice');
    if (sent.length === 0) {
      const path = ['stages', stage.name, 'actions', action.name].reduce<string>(pointer, 'workflow.json#');
      return [problem(path, 'refusal-not-notified', { action: action.title })];
    }
    const papers = sent.filter(({ kind }) => kind === 'notice');
    // A mail may point to the notice; alone, it has to say everything itself.
    const [folder, templates] =
      papers.length > 0 ? (['notices', notices] as const) : (['messages', messages] as const);
    return (papers.length > 0 ? papers : sent).flatMap(({ template: name }) => {
      const template = templates.get(name);
      if (!template || prints(template, REASON)) return [];
      return [problem(`${folder}/${name}.md`, 'reason-not-printed', { action: action.title })];
    });
  });
}
