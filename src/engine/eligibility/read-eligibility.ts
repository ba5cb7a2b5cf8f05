import { compileExpression, type Expression, type FeelType, type Scope } from '../expression/index.js';
import { nearestName } from '../nearest-name.js';
import { type Problem, problem } from '../problem.js';
import { isTooLarge, readJsonFile } from '../procedure/compile-form.js';
import { expressionProblems } from '../procedure/expression-problems.js';
import { checkName } from '../procedure/names.js';
import type { Option, ProcedureFiles } from '../procedure/procedure.js';
import { readInstant } from '../procedure/read-example.js';
import { type Located, ObjectReader } from '../workflow/object-reader.js';
import { answerOf } from './read-answers.js';
import type {
  Eligibility,
  EligibilityExample,
  EligibilityKind,
  EligibilityNeed,
  EligibilityQuestion,
  EligibilityReason,
} from './eligibility.js';

export const ELIGIBILITY_FILE = 'eligibility.json';

const FILE_KEYS = ['$schema', 'lead', 'questions', 'reasons', 'needs', 'examples'];
const QUESTION_KEYS = ['id', 'title', 'help', 'kind', 'choices', 'unit', 'askWhen'];
const CHOICE_KEYS = ['value', 'title'];
const REASON_KEYS = ['id', 'when', 'text', 'criterion', 'instead'];
const INSTEAD_KEYS = ['text', 'procedure'];
const NEED_KEYS = ['id', 'when', 'text'];
const EXAMPLE_KEYS = ['title', 'now', 'answers', 'expect'];
const EXPECT_KEYS = ['verdict', 'reasons', 'needs'];
const KINDS = ['yes-no', 'choice', 'date', 'number'] as const;
const VERDICTS = ['open', 'likely', 'unlikely'] as const;
const TYPES: Readonly<Record<Exclude<EligibilityKind, 'choice'>, FeelType>> = {
  'yes-no': { kind: 'boolean' },
  date: { kind: 'date' },
  number: { kind: 'number' },
};
/** An applicant answers these before anything is begun; more would be the form itself. */
const MOST_QUESTIONS = 20;

/**
 * Reads eligibility.json; null when the folder has none, or none that can be used.
 *
 * @param criteria ids of those in procedure.json; undefined when that file has problems of its own
 */
export function readEligibility(
  files: ProcedureFiles,
  criteria: readonly string[] | undefined,
  problems: Problem[],
): Eligibility | null {
  const text = Object.hasOwn(files, ELIGIBILITY_FILE) ? files[ELIGIBILITY_FILE] : undefined;
  if (text === undefined || isTooLarge(ELIGIBILITY_FILE, text, problems)) return null;
  const before = problems.length;
  const root = readJsonFile(files, ELIGIBILITY_FILE, problems);
  if (root === undefined) return null;
  const eligibility = new EligibilityReader(problems, criteria).read(root);
  return problems.length === before ? eligibility : null;
}

class EligibilityReader {
  /** Grows question by question: a condition to ask one sees those before it. */
  private scope: Scope = { today: { kind: 'date' } };

  constructor(
    private readonly problems: Problem[],
    private readonly criteria: readonly string[] | undefined,
  ) {}

  read(root: unknown): Eligibility {
    const reader = new ObjectReader(root, `${ELIGIBILITY_FILE}#`, this.problems, FILE_KEYS);
    const listed = reader.list('questions');
    if (listed.length === 0) reader.missing('questions');
    if (listed.length > MOST_QUESTIONS)
      reader.report(reader.at('questions').path, 'too-many-fields', {
        limit: MOST_QUESTIONS,
        actual: listed.length,
      });
    const questions = listed.map((item) => this.question(item));
    const reasons = reader.list('reasons').flatMap((item) => this.reason(item) ?? []);
    if (reader.list('reasons').length === 0) reader.missing('reasons');
    const needs = reader.list('needs').map((item) => this.need(item));
    this.once([...questions, ...reasons, ...needs].length > 0 ? reader : null);
    return {
      lead: reader.optionalText('lead'),
      questions,
      reasons,
      needs,
      examples: reader.list('examples').map((item) => this.example(item, questions, reasons, needs)),
    };
  }

  /** Ids are unique within their list. */
  private once(reader: ObjectReader | null): void {
    for (const list of ['questions', 'reasons', 'needs']) {
      const seen = new Set<unknown>();
      for (const { value, path } of reader?.list(list) ?? []) {
        const id = (value as { readonly id?: unknown } | null)?.id;
        if (typeof id === 'string' && seen.has(id)) this.problems.push(problem(path, 'duplicate-id', { id }));
        seen.add(id);
      }
    }
  }

  private question({ value, path }: Located): EligibilityQuestion {
    const reader = new ObjectReader(value, path, this.problems, QUESTION_KEYS);
    const id = reader.text('id');
    const kind = reader.requiredOneOf('kind', KINDS, 'yes-no');
    const options = kind === 'choice' ? this.choices(reader) : null;
    const question = {
      id,
      title: reader.text('title'),
      help: reader.optionalText('help'),
      kind,
      options,
      unit: reader.optionalText('unit'),
      askWhen: this.condition(reader, 'askWhen'),
    };
    if (id !== '' && checkName(id, reader.at('id').path, true, this.problems))
      this.scope = { ...this.scope, [id]: kind === 'choice' ? choiceType(options) : TYPES[kind] };
    return question;
  }

  private choices(reader: ObjectReader): readonly Option[] {
    const choices = reader.list('choices');
    if (choices.length < 2) reader.missing('choices');
    return choices.map(({ value, path }) => {
      const choice = new ObjectReader(value, path, this.problems, CHOICE_KEYS);
      return { value: choice.text('value'), title: choice.text('title') };
    });
  }

  private reason({ value, path }: Located): EligibilityReason | null {
    const reader = new ObjectReader(value, path, this.problems, REASON_KEYS);
    if (!reader.has('when')) reader.missing('when');
    const when = this.condition(reader, 'when');
    const instead = reader.has('instead')
      ? new ObjectReader(reader.at('instead').value, reader.at('instead').path, this.problems, INSTEAD_KEYS)
      : null;
    const reason = {
      id: reader.text('id'),
      text: reader.text('text'),
      criterion: this.criterion(reader),
      instead: instead && { text: instead.text('text'), procedure: instead.optionalText('procedure') },
    };
    return when && { ...reason, when };
  }

  private criterion(reader: ObjectReader): string | null {
    const name = reader.optionalText('criterion');
    if (name === null || !this.criteria || this.criteria.includes(name)) return name;
    const suggestion = nearestName(name, this.criteria);
    reader.report(
      reader.at('criterion').path,
      'criterion-unknown',
      suggestion === undefined ? { name } : { name, suggestion },
    );
    return name;
  }

  private need({ value, path }: Located): EligibilityNeed {
    const reader = new ObjectReader(value, path, this.problems, NEED_KEYS);
    return { id: reader.text('id'), when: this.condition(reader, 'when'), text: reader.text('text') };
  }

  private condition(reader: ObjectReader, key: string): Expression | null {
    const source = reader.optionalText(key);
    if (source === null) return null;
    const { path } = reader.at(key);
    const compiled = compileExpression(source, this.scope);
    if (!compiled.ok) {
      this.problems.push(...expressionProblems(path, source, compiled.problems));
      return null;
    }
    const actual = compiled.expression.type.kind;
    if (actual === 'boolean') return compiled.expression;
    this.problems.push(problem(path, 'expression-wrong-result', { expected: 'boolean', actual }));
    return null;
  }

  private example(
    { value, path }: Located,
    questions: readonly EligibilityQuestion[],
    reasons: readonly EligibilityReason[],
    needs: readonly EligibilityNeed[],
  ): EligibilityExample {
    const reader = new ObjectReader(value, path, this.problems, EXAMPLE_KEYS);
    const ids = questions.map(({ id }) => id);
    const given = reader.has('answers') ? reader.at('answers') : { value: {}, path: reader.path };
    const answers = new ObjectReader(given.value, given.path, this.problems, ids);
    const expect = new ObjectReader(
      reader.has('expect') ? reader.at('expect').value : {},
      reader.at('expect').path,
      this.problems,
      EXPECT_KEYS,
    );
    const read = questions.flatMap((question) => {
      if (!answers.has(question.id)) return [];
      const at = answers.at(question.id);
      const answer = answerOf(question, at.value);
      if (answer === null) this.wrongAnswer(question, at);
      return answer === null ? [] : [[question.id, answer] as const];
    });
    return {
      title: reader.text('title'),
      now: readInstant(reader) ?? '',
      answers: Object.fromEntries(read),
      expect: {
        verdict: expect.requiredOneOf('verdict', VERDICTS, 'open'),
        reasons: known(expect, 'reasons', reasons),
        needs: expect.has('needs') ? known(expect, 'needs', needs) : null,
      },
    };
  }

  private wrongAnswer({ kind, options }: EligibilityQuestion, { value, path }: Located): void {
    const expected = kind === 'yes-no' ? 'boolean' : kind;
    this.problems.push(
      options
        ? problem(path, 'unknown-choice', {
            value: String(value),
            choices: options.map((option) => option.value).join(', '),
          })
        : problem(path, 'wrong-shape', { expected }),
    );
  }
}

function known(
  reader: ObjectReader,
  key: string,
  things: readonly { readonly id: string }[],
): readonly string[] {
  const ids = things.map(({ id }) => id);
  return reader.texts(key).map((id) => {
    if (!ids.includes(id))
      reader.report(reader.at(key).path, 'unknown-choice', { value: id, choices: ids.join(', ') });
    return id;
  });
}

function choiceType(options: readonly Option[] | null): FeelType {
  return { kind: 'string', options: (options ?? []).map(({ value }) => String(value)) };
}
