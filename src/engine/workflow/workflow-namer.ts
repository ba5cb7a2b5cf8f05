import { fieldNamer } from '../answers/explained-place.js';
import type { FieldOf, Named } from '../answers/formula-in-words.js';
import type { Language } from '../problem-text/words.js';
import type { FieldKind, JsonSchema, Option, Procedure } from '../procedure/procedure.js';
import { isObject } from './object-reader.js';
import { staffFieldsOf } from './staff-fields.js';

/** Facts beside the answers, as people call them. */
const FACTS: Readonly<Record<string, readonly [ja: string, en: string, kind: FieldKind]>> = {
  today: ['今日の日付', 'Today', 'date'],
  corrections: ['補正を求めた回数', 'Corrections asked for', 'number'],
  warnings: ['提出したときの注意の数', 'Warnings at submission', 'number'],
  'application.number': ['申込番号', 'Application number', 'text'],
  'application.submitted_on': ['提出した日', 'Day of submission', 'date'],
  'application.entered_on': ['この段階に入った日', 'Day this stage began', 'date'],
  'application.team': ['担当の班', 'Team', 'text'],
  'checks.all_passed': ['自動チェックにすべて合格', 'All automatic checks passed', 'boolean'],
  'checks.failed_count': ['不合格の自動チェックの数', 'Failed automatic checks', 'number'],
};

/** A fact beside the answers as people call it; null for what is an answer or nothing. */
export function factTitle(name: string, language: Language): string | null {
  const known = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
  return known ? known[language === 'ja' ? 0 : 1] : null;
}

/** Names of the answers, of the facts beside them, and of what staff filled in. */
export function workflowNamer({ form, workflow }: Procedure, language: Language): FieldOf {
  const answers = fieldNamer(form, null);
  const actions = new Map([...workflow.stages.values()].flatMap((stage) => [...stage.actions]));
  return (name) => answers(name) ?? fact(name) ?? staffField(name);

  function fact(name: string): Named | null {
    const title = factTitle(name, language);
    return title === null
      ? null
      : { path: name, title, kind: FACTS[name]?.[2] ?? 'text', options: null, unit: null };
  }

  function staffField(name: string): Named | null {
    const [root, action = '', fieldName] = name.split('.');
    const schema = root === 'staff' ? actions.get(action)?.requires.fields : null;
    const found = schema ? staffFieldsOf(schema).find((one) => one.name === fieldName) : undefined;
    if (!found) return null;
    const kind = found.type === 'boolean' || found.type === 'number' ? found.type : 'text';
    const title = String(found.schema['title'] ?? name);
    return { path: name, title, kind, options: optionsOf(found.schema), unit: null };
  }
}

function optionsOf({ oneOf }: JsonSchema): readonly Option[] | null {
  if (!Array.isArray(oneOf)) return null;
  return oneOf.flatMap((option: unknown) =>
    isObject(option) ? [{ value: String(option['const']), title: String(option['title']) }] : [],
  );
}
