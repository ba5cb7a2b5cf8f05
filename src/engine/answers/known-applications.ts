import { type Problem, problem } from '../problem.js';
import type { ApplicationFact, ApplicationRule, Form } from '../procedure/procedure.js';
import type { AnswerContext, Answers, KnownApplication } from './answers.js';
import { fieldHints } from './field-hints.js';
import { ownValue } from './members.js';

type Known = NonNullable<AnswerContext['applications']>;

/** What is wrong with an answer that names an application; null where nothing is, or nothing is known. */
export function applicationProblem(
  rule: ApplicationRule,
  value: unknown,
  pointer: string,
  applications: Known | undefined,
): Problem | null {
  if (!applications || typeof value !== 'string') return null;
  const found = named(value, applications);
  // One of another procedure and one that there is not look the same, as somebody else's does.
  if (!found || !rule.procedures.includes(found.procedure))
    return rule.elsewhere ? null : problem(pointer, 'application-not-found');
  return rule.statuses.includes(found.status)
    ? null
    : problem(pointer, 'application-not-fitting', { kind: found.status });
}

/** What an answer takes over; null where the application is not known. */
export function factOf({ question, fact }: ApplicationFact, answers: Answers, applications: Known): unknown {
  const number = valueAt(answers, question);
  const found = typeof number === 'string' ? named(number, applications) : undefined;
  return found ? (ownValue(found.facts, fact) ?? null) : null;
}

/** Facts that a form takes from the applications it refers to: procedure → names of facts. */
export function factsWanted(form: Form): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>();
  const fields = [...form.fields.values()];
  for (const field of fields) {
    const { application, path } = field;
    if (!application) continue;
    const taken = fields.flatMap(({ fromApplication }) =>
      fromApplication?.question === path ? [fromApplication.fact] : [],
    );
    const facts = [...taken, ...Object.keys(fieldHints(form, field).fills)];
    for (const procedure of application.procedures)
      wanted.set(procedure, new Set([...(wanted.get(procedure) ?? []), ...facts]));
  }
  return wanted;
}

/** The applications that submitted answers refer to, as they were known then. */
export function applicationsAsSubmitted(form: Form, submitted: Answers): Record<string, KnownApplication> {
  const known: Record<string, KnownApplication> = {};
  const fields = [...form.fields.values()];
  for (const { application, path } of fields) {
    const number = valueAt(submitted, path);
    const [procedure] = application?.procedures ?? [];
    const [status] = application?.statuses ?? [];
    if (typeof number !== 'string' || procedure === undefined || status === undefined) continue;
    const taken = fields.flatMap(({ fromApplication, path: at }) =>
      fromApplication?.question === path ? [[fromApplication.fact, valueAt(submitted, at)] as const] : [],
    );
    known[number] = { procedure, status, facts: Object.fromEntries(taken) };
  }
  return known;
}

function named(number: string, applications: Known): KnownApplication | undefined {
  return Object.hasOwn(applications, number) ? applications[number] : undefined;
}

function valueAt(answers: Answers, path: string): unknown {
  return path.split('.').reduce<unknown>(ownValue, answers);
}
