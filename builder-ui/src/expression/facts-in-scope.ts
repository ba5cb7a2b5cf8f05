import type { AuthoredField, FeelType, Form, Scope } from '#engine';
import type { NamedFact } from './named-facts.js';
import { writtenChoices } from './written-choices.js';

/** Something an expression may name. */
export interface Fact {
  /** As it is written: `store.city`, `row.amount`, `today`. */
  readonly name: string;
  /** As a person knows it: お店 › 市町村. */
  readonly title: string;
  readonly type: FeelType;
  /** What can be chosen, where it is a choice; else empty. */
  readonly options: readonly { readonly value: string; readonly title: string }[];
  /** Of a repeat: what each of its rows has. */
  readonly columns?: readonly {
    readonly name: string;
    readonly title: string;
    readonly type: FeelType;
  }[];
}

/** Everything that can be named whole: pages, groups and the columns of repeats are no values by themselves. */
export function factsInScope(
  scope: Scope,
  outline: readonly AuthoredField[],
  form: Form | null,
  repeat: string | null,
  named: (name: string) => NamedFact | null,
): readonly Fact[] {
  const titles = titlesOf(outline);
  const written = writtenChoices(outline);
  const facts: Fact[] = [];
  const add = (name: string, type: FeelType, depth: number): void => {
    if (type.kind === 'context' && depth < DEEPEST) {
      for (const [key, inner] of Object.entries(type.fields)) add(`${name}.${key}`, inner, depth + 1);
      return;
    }
    if (type.kind === 'context') return;
    const path = repeat !== null && name.startsWith('row.') ? `${repeat}[]${name.slice(3)}` : name;
    const compiled = form?.fields.get(path)?.options ?? [];
    const known = titles.has(path) ? null : named(name);
    // What was just written is not compiled yet.
    const options = (compiled.length > 0 ? compiled : (written.get(path) ?? known?.options ?? [])).map(
      ({ value, title }) => ({
        value: String(value),
        title,
      }),
    );
    facts.push({
      name,
      title: titles.get(path) ?? known?.title ?? name,
      type,
      options: options.length > 0 ? options : plain(type),
      ...(type.kind === 'list' && type.of.kind === 'context'
        ? {
            columns: Object.entries(type.of.fields).map(([column, of]) => ({
              name: column,
              title: titles.get(`${path}[].${column}`) ?? column,
              type: of,
            })),
          }
        : {}),
    });
  };
  for (const [name, type] of Object.entries(scope)) if (name !== 'tables') add(name, type, 0);
  return facts;
}

const DEEPEST = 5;

/** Choices of which only the values are known. */
function plain(type: FeelType): Fact['options'] {
  const of = type.kind === 'list' ? type.of : type;
  return of.kind === 'string' ? (of.options ?? []).map((value) => ({ value, title: value })) : [];
}

function titlesOf(outline: readonly AuthoredField[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const walk = (field: AuthoredField, above: string): void => {
    const own = typeof field.schema['title'] === 'string' ? field.schema['title'] : field.name;
    const title = above === '' ? own : `${above} › ${own}`;
    titles.set(field.path, title);
    for (const inner of field.fields) walk(inner, title);
  };
  for (const page of outline) walk(page, '');
  return titles;
}
