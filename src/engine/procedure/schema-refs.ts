import { nearestName } from '../nearest-name.js';
import { type Problem, problem } from '../problem.js';
import { isObject, type Located, pointer } from '../workflow/object-reader.js';

const LOCAL = /^#\/\$defs\/([^/]+)$/;

interface Resolved {
  readonly place: Located;
  readonly open: readonly string[];
}

/**
 * Follows `$ref` to `$defs` of the same file. Keywords beside a `$ref` win over those of the definition. Nothing is
 * ever fetched: any other address is a problem, and so is a definition that contains itself.
 */
export class SchemaRefs {
  private readonly definitions: Readonly<Record<string, unknown>>;

  constructor(
    root: unknown,
    private readonly file: string,
    private readonly problems: Problem[],
  ) {
    const given = isObject(root) && Object.hasOwn(root, '$defs') ? root['$defs'] : undefined;
    this.definitions = isObject(given) ? given : {};
  }

  /**
   * @param open names of the definitions that this place stands in
   * @returns null when the `$ref` was refused; that is reported, and more cannot be said of the place
   */
  resolve(place: Located, open: readonly string[]): Resolved | null {
    const { value, path } = place;
    if (!isObject(value) || !Object.hasOwn(value, '$ref')) return { place, open };
    const { $ref: ref, ...beside } = value;
    const at = pointer(path, '$ref');
    const name = typeof ref === 'string' ? LOCAL.exec(ref)?.[1] : undefined;
    if (name === undefined) return this.refuse(at, 'ref-not-local', { ref: String(ref) });
    const definition = Object.hasOwn(this.definitions, name) ? this.definitions[name] : undefined;
    if (!isObject(definition)) {
      const suggestion = nearestName(name, Object.keys(this.definitions));
      return this.refuse(at, 'unknown-ref', suggestion === undefined ? { name } : { name, suggestion });
    }
    if (open.includes(name)) return this.refuse(at, 'ref-cycle', { name });
    const target = { value: { ...definition, ...beside }, path: pointer(`${this.file}#/$defs`, name) };
    return this.resolve(target, [...open, name]);
  }

  private refuse(at: string, code: string, params: Readonly<Record<string, string>>): null {
    this.problems.push(problem(at, code, params));
    return null;
  }
}
