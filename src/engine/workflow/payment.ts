import { Decimal, EvaluationError, type Expression } from '../expression/index.js';
import type { IsoInstant, Procedure } from '../procedure/procedure.js';
import { workflowFacts, type ApplicationFacts } from './workflow-facts.js';
import type { Payment } from './workflow.js';
import type { WorkflowState } from './review-state.js';

/** What of the payee the file to the bank is made of, each as the procedure says it; null where it says nothing. */
export type PayeeFacts = Readonly<Record<keyof Payment['payee'], string | null>>;

export interface PaymentFacts {
  /** Whole yen; null where the procedure says nothing, or what is no whole number. */
  readonly amount: number | null;
  readonly payee: PayeeFacts;
}

/**
 * What is to be paid for an application that waits where its procedure pays, and to whom.
 *
 * @returns null where nothing is paid at its stage
 */
export function paymentFacts(
  procedure: Procedure,
  state: WorkflowState,
  application: ApplicationFacts,
  now: IsoInstant,
): PaymentFacts | null {
  const payment = procedure.workflow.stages.get(state.stage)?.payment ?? null;
  if (payment === null) return null;
  const facts = workflowFacts(procedure, state, application, now);
  const valueOf = (expression: Expression): unknown => {
    try {
      return expression.evaluate(facts);
    } catch (error) {
      if (error instanceof EvaluationError) return null;
      throw error;
    }
  };
  const textOf = (expression: Expression | null): string | null => {
    const value = expression && valueOf(expression);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const { bank, branch, type, number, holder, name } = payment.payee;
  return {
    amount: wholeYen(valueOf(payment.amount)),
    payee: {
      bank: textOf(bank),
      branch: textOf(branch),
      type: textOf(type),
      number: textOf(number),
      holder: textOf(holder),
      name: textOf(name),
    },
  };
}

function wholeYen(value: unknown): number | null {
  if (!(value instanceof Decimal) || !value.isInteger()) return null;
  const yen = value.toNumber();
  return Number.isSafeInteger(yen) ? yen : null;
}
