import { type Problem } from '../../problem.js';
import { type JsonMember, type JsonNode, parseJsonTree } from '../../procedure/parse-json.js';
import { parseTable, type ParsedTable } from '../../procedure/parse-table.js';
import type { ProcedureFiles } from '../../procedure/procedure.js';
import { pointer as stepTo } from '../../workflow/object-reader.js';
import { offsetInLiteral } from '../json-place.js';
import type { UseKind } from '../thing.js';

/** A stretch of a file that may hold names, and what a Problem would call the place. */
export interface Stretch {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  /** From an offset in `text` to one in the file. */
  readonly at: (offset: number) => number;
}

/** A value of a JSON file, and its key where it has one. */
export interface Found {
  readonly node: JsonNode;
  readonly member: JsonMember | null;
  readonly pointer: string;
}

/** A JSON file of the folder, for finding names in it. */
export class JsonFile {
  constructor(
    readonly file: string,
    readonly text: string,
    readonly root: JsonNode,
  ) {}

  /** The text that a value is; null when it is none. */
  value({ node, pointer }: Found): Stretch | null {
    if (typeof node.value !== 'string') return null;
    return this.stretch(pointer, node.value, node.from, node.to);
  }

  key({ member, pointer }: Found): Stretch | null {
    return member && this.stretch(pointer, member.key, member.keyFrom, member.keyTo);
  }

  private stretch(pointer: string, text: string, from: number, to: number): Stretch {
    const literal = this.text.slice(from, to);
    const at = (offset: number) => offsetInLiteral(literal, from, offset);
    return { file: this.file, path: `${this.file}#${pointer}`, text, at };
  }

  /** Every place that a pattern leads to: a pointer in which `*` stands for any key or entry. */
  find(pattern: string, start: Found = { node: this.root, member: null, pointer: '' }): readonly Found[] {
    const steps = pattern.split('/').slice(1);
    return steps.reduce<readonly Found[]>(
      (found, step) => found.flatMap((one) => inside(one, step)),
      [start],
    );
  }
}

function inside({ node, pointer }: Found, step: string): readonly Found[] {
  const members = (node.members ?? []).map((member) => ({
    node: member.node,
    member,
    pointer: stepTo(pointer, member.key),
  }));
  const items = (node.items ?? []).map((item, index) => ({
    node: item,
    member: null,
    pointer: stepTo(pointer, index),
  }));
  return step === '*' ? [...members, ...items] : members.filter(({ member }) => member.key === step);
}

/** A keyword by which a JSON file names things, and as what. */
export type Keyword<K> = readonly [pattern: string, kind: K, as: UseKind];

/** The JSON files of a folder and its tables; `problems` are those of files that are no JSON. */
export function readFolderText(files: ProcedureFiles): {
  readonly json: ReadonlyMap<string, JsonFile>;
  readonly tables: Readonly<Record<string, ParsedTable>>;
  readonly problems: readonly Problem[];
} {
  const json = new Map<string, JsonFile>();
  const tables: Record<string, ParsedTable> = {};
  const problems: Problem[] = [];
  for (const [file, text] of Object.entries(files)) {
    const table = /^tables\/([^/]+)\.csv$/.exec(file)?.[1];
    if (table !== undefined) tables[table] = parseTable(file, text).table;
    if (!file.endsWith('.json')) continue;
    const tree = parseJsonTree(file, text);
    if (tree.root && tree.problems.length === 0) json.set(file, new JsonFile(file, text, tree.root));
    else problems.push(...tree.problems);
  }
  return { json, tables, problems };
}
