import {
  type ApplicationFacts,
  civilDateInJapan,
  type Effect,
  fillTemplate,
  type IsoInstant,
  noticeFacts,
  type Procedure,
  type Template,
  type WorkflowState,
} from '#engine';
import { newId } from '../database/id.js';
import { jobKinds, type JobName, type QueueName } from '../jobs/job-kinds.js';

/** What a document must say and the application may have left behind when it is made. */
export interface NoticeContext {
  readonly at: IsoInstant;
  /** The review right after the action; of its checks only whether they passed. */
  readonly state: WorkflowState;
}

/** The application at the moment of the action. */
export interface NoticeOccasion {
  readonly applicationId: string;
  readonly procedure: Procedure;
  readonly state: WorkflowState;
  readonly facts: ApplicationFacts;
  readonly account: { readonly name: string; readonly mail: string };
  readonly link: string;
  readonly at: IsoInstant;
  readonly submissionN: number;
  /** Line of the history that the effects follow from. */
  readonly eventSeq: number;
}

export interface PlannedNotice {
  readonly id: string;
  readonly kind: Effect['kind'];
  readonly template: string;
  readonly title: string;
  readonly recipient_mail: string;
  readonly submission_n: number;
  readonly event_seq: number;
  readonly context: NoticeContext;
  readonly document_number: string | null;
  /** Row of the outbox that carries it out, and its job: the notice's own id, so that the job can be found again. */
  readonly outbox_id: string;
  readonly job: JobName;
  readonly queue: QueueName;
}

/** The job that carries out an effect. */
export const jobOf = { message: 'deliver-message', notice: 'issue-notice' } as const satisfies Record<
  Effect['kind'],
  JobName
>;

/** How many of the effects need a document number. */
export function numberedNotices(procedure: Procedure, effects: readonly Effect[]): number {
  return effects.filter((effect) => isNumbered(procedure, effect)).length;
}

/**
 * Effects → rows to be written with the action. Pure but for the ids.
 *
 * @param documentNumbers one for each numbered notice, in order; where they run out the number is taken when the
 *   notice is issued
 */
export function planNotices(
  occasion: NoticeOccasion,
  effects: readonly Effect[],
  documentNumbers: readonly string[] = [],
): readonly PlannedNotice[] {
  const unused = [...documentNumbers];
  const context = { at: occasion.at, state: withoutCheckTexts(occasion.state) };
  return effects.map((effect) => {
    const documentNumber = isNumbered(occasion.procedure, effect) ? (unused.shift() ?? null) : null;
    const id = newId();
    return {
      id,
      kind: effect.kind,
      template: effect.template,
      title: titleOf(occasion, effect, documentNumber),
      recipient_mail: occasion.account.mail,
      submission_n: occasion.submissionN,
      event_seq: occasion.eventSeq,
      context,
      document_number: documentNumber,
      outbox_id: id,
      job: jobOf[effect.kind],
      queue: jobKinds[jobOf[effect.kind]].queue,
    };
  });
}

function templateOf({ messages, notices }: Procedure, { kind, template }: Effect) {
  const found = (kind === 'message' ? messages : notices).get(template);
  if (!found) throw new RangeError(`The procedure has no ${kind} ${template}`);
  return found;
}

function isNumbered(procedure: Procedure, effect: Effect): boolean {
  if (effect.kind !== 'notice') return false;
  const [first] = templateOf(procedure, effect).head.numbering ?? [];
  return first !== undefined && 'text' in first && first.text.trim() === 'yes';
}

function titleOf(occasion: NoticeOccasion, effect: Effect, documentNumber: string | null): string {
  const { procedure, state, facts, account, link, at } = occasion;
  const plain = plainTitle(templateOf(procedure, effect));
  if (plain !== null) return plain;
  const document = { documentNumber, issuedOn: civilDateInJapan(at), link, account };
  const heading = { ...templateOf(procedure, effect), body: [] };
  return fillTemplate(heading, noticeFacts(procedure, state, facts, document, at)).title;
}

/** A title without placeholders, as most are: no facts need to be gathered for it. */
function plainTitle({ head }: Template): string | null {
  const parts = head.title ?? head.subject ?? [];
  return parts.every((part) => 'text' in part)
    ? parts.map((part) => ('text' in part ? part.text : '')).join('')
    : null;
}

/** No document prints them, and they are the largest part of the state. */
function withoutCheckTexts(state: WorkflowState): WorkflowState {
  const checks = state.checks.map((check) => ({ ...check, title: '', message: '', criterion: null }));
  return { ...state, checks };
}
