import type { Language } from '../problem-text/words.js';
import type { Expression } from '../expression/index.js';
import type { Field, Form, Option } from '../procedure/procedure.js';
import { isObject } from '../workflow/object-reader.js';
import { stateCondition } from './state-condition.js';
import { unitInWords, valueInWords } from './value-in-words.js';

/** A question as people read it before they begin. */
export interface OutlinedQuestion {
  /** `Field.path`. */
  readonly path: string;
  readonly title: string;
  readonly description: string | null;
  readonly help: string | null;
  readonly kind: Field['kind'];
  /** Must be answered when asked. */
  readonly required: boolean;
  /** Worked out from other answers; nobody types it. */
  readonly computed: boolean;
  /** In words; null when it is asked wherever what it stands in is asked. */
  readonly when: string | null;
  /** Of a choice, up to `MOST_OPTIONS`. */
  readonly options: readonly string[];
  /** Options there are. */
  readonly optionCount: number;
  readonly unit: string | null;
  readonly example: string | null;
  readonly purpose: string | null;
  readonly attachment: OutlinedAttachment | null;
  /** Of a group, and of each row of a repeat. */
  readonly questions: readonly OutlinedQuestion[];
}

export interface OutlinedAttachment {
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly maxCount: number;
  readonly example: string | null;
}

export interface OutlinedPage {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly purpose: string | null;
  readonly when: string | null;
  readonly questions: readonly OutlinedQuestion[];
}

/** A list of more choices than this (municipalities, banks) is told by its length. */
const MOST_OPTIONS = 12;

/**
 * Every page and question of a form with its help, and the condition on which it is asked in words. Left out are those
 * that nobody sees: hidden steps of a sum, and what the tables say is never asked.
 *
 * @param form in the language of the words
 */
export function outlineQuestions(form: Form, language: Language): readonly OutlinedPage[] {
  return new Outliner(form, language).pages();
}

class Outliner {
  constructor(
    private readonly form: Form,
    private readonly language: Language,
  ) {}

  pages(): readonly OutlinedPage[] {
    return this.form.pages.flatMap((page): readonly OutlinedPage[] => {
      const when = this.when(page.askWhen, null);
      if (when === false) return [];
      const { name, title, description, purpose } = page;
      return [
        { name, title, description, purpose, when, questions: this.questions(page.fields, page.ui, null) },
      ];
    });
  }

  private questions(
    fields: readonly Field[],
    ui: unknown,
    repeat: string | null,
  ): readonly OutlinedQuestion[] {
    return fields.flatMap((field): readonly OutlinedQuestion[] => {
      const own = memberOf(ui, field.name);
      const when = this.when(field.askWhen, repeat);
      if (when === false || hint(own, 'widget') === 'hidden') return [];
      const rows = field.kind === 'rows';
      return [
        {
          path: field.path,
          title: field.title,
          description: field.description,
          help: hint(own, 'help'),
          kind: field.kind,
          required: field.required,
          computed: field.compute !== null || field.fromApplication !== null,
          when,
          options: optionsOf(field).map(({ title }) => title),
          optionCount: field.options?.length ?? 0,
          unit: field.unit === null ? null : unitInWords(field.unit, this.language),
          example: this.example(field),
          purpose: field.purpose,
          attachment: field.attachment,
          questions: this.questions(
            field.fields,
            rows ? memberOf(own, 'items') : own,
            rows ? field.path : repeat,
          ),
        },
      ];
    });
  }

  /** False for what is never asked. */
  private when(condition: Expression | null, repeat: string | null): string | null | false {
    if (!condition) return null;
    const { holds, text } = stateCondition(this.form, condition, repeat, this.language);
    return holds === 'sometimes' ? text : holds === 'always' ? null : false;
  }

  private example(field: Field): string | null {
    const [first] = field.examples;
    return first === undefined || field.options ? null : valueInWords(field, first, this.language);
  }
}

function optionsOf({ options }: Field): readonly Option[] {
  return options && options.length <= MOST_OPTIONS ? options : [];
}

function memberOf(node: unknown, name: string): unknown {
  return isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;
}

/** rjsf takes a hint as `ui:x` or as `ui:options: { x }`. */
function hint(node: unknown, name: string): string | null {
  const value = memberOf(node, `ui:${name}`) ?? memberOf(memberOf(node, 'ui:options'), name);
  return typeof value === 'string' ? value : null;
}
