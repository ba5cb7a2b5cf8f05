import type { Problem } from '../problem.js';
import { type JsonNode, parseJsonTree } from '../procedure/parse-json.js';
import { readRecords } from '../procedure/parse-table.js';
import type { ProcedureFiles } from '../procedure/procedure.js';
import { pointer } from '../workflow/object-reader.js';
import { type JsonPlace, nearestPlace, offsetInLiteral, pointerSteps } from './json-place.js';
import { templateExpressions } from './template-expressions.js';
import { TextLines } from './text-lines.js';

/** A stretch of a file. All count from 1; columns are UTF-16 units; `endColumn` is the one behind the last. */
export interface FilePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

type Place = Pick<Problem, 'path' | 'params'>;

/** Offsets into a file's text; `to` may be unknown. */
interface Stretch {
  readonly from: number;
  readonly to?: number;
}

/**
 * Where in the files a problem stands. A problem of an expression is placed to the character, through the escapes of
 * the JSON text or into the placeholder it stands in. Where the path leads to nothing (a key is missing) it is the
 * nearest thing around it. Null when the file itself is not there.
 */
export function locate(files: ProcedureFiles, problem: Place): FilePosition | null {
  return locator(files)(problem);
}

/** As `locate`, for many problems of one folder: each file is read once. */
export function locator(files: ProcedureFiles): (problem: Place) => FilePosition | null {
  const lines = new Map<string, TextLines>();
  const roots = new Map<string, JsonNode | null>();
  const tables = new Map<string, TableCells>();

  function stretchOf(file: string, text: string, place: string, problem: Place): Stretch {
    const inLines = lines.get(file) ?? new TextLines(text);
    lines.set(file, inLines);
    if (/^\d+$/.test(place)) {
      if (!file.endsWith('.csv')) return onLine(file, text, inLines, Number(place), problem);
      const table = tables.get(file) ?? new TableCells(text);
      tables.set(file, table);
      return table.cellOf(Number(place), problem) ?? writtenOn(text, inLines, Number(place));
    }
    if (!file.endsWith('.json')) return { from: inLines.start(1) ?? 0 };
    const root = roots.has(file) ? roots.get(file) : parseJsonTree(file, text).root;
    roots.set(file, root ?? null);
    return root ? inJson(text, root, place, problem) : { from: inLines.start(1) ?? 0 };
  }

  return (problem) => {
    const [file = '', place = ''] = problem.path.split(/#(.*)/s);
    const text = Object.hasOwn(files, file) ? files[file] : undefined;
    if (text === undefined) return null;
    const { from, to } = stretchOf(file, text, place, problem);
    const at = lines.get(file) ?? new TextLines(text);
    const start = { file, ...at.at(from) };
    if (to === undefined || to <= from) return start;
    const end = at.at(to);
    return { ...start, endLine: end.line, endColumn: end.column };
  };
}

/** The position of a place that is known by its offsets. */
export function positionOf(
  files: ProcedureFiles,
  { file, from, to }: { readonly file: string; readonly from: number; readonly to: number },
): FilePosition {
  const lines = new TextLines(files[file] ?? '');
  const end = lines.at(to);
  return { file, ...lines.at(from), endLine: end.line, endColumn: end.column };
}

function inJson(text: string, root: JsonNode, place: string, problem: Place): Stretch {
  const found = besideRef(root, place, problem) ?? nearestPlace(root, place);
  const { node, member } = found;
  const { value, from, to } = node;
  const { params = {} } = problem;
  const inside = typeof value === 'string' && found.pointer === place ? partOf(value, problem) : null;
  if (inside) {
    const literal = text.slice(from, to);
    return {
      from: offsetInLiteral(literal, from, inside.from),
      to: offsetInLiteral(literal, from, inside.to),
    };
  }
  // What is said of a key is shown at the key, and so is what is said of all that stands under it.
  const ofKey = member && (params['key'] ?? params['name']) === member.key;
  if (member && (ofKey || isContainer(node))) return { from: member.keyFrom, to: member.keyTo };
  return isContainer(node) ? { from } : node;
}

function isContainer({ members, items }: JsonNode): boolean {
  return members !== null || items !== null;
}

/** The part of an expression that a problem names, as offsets into the expression. */
function partOf(source: string, { params = {} }: Place): { from: number; to: number } | null {
  const { position, length, part } = params;
  if (typeof position !== 'number') return null;
  const from = position - 1;
  const to = from + (typeof length === 'number' ? length : typeof part === 'string' ? part.length : 1);
  const fits = from <= source.length && (typeof part !== 'string' || source.startsWith(part, from));
  return fits ? { from, to: Math.min(to, source.length) } : null;
}

/**
 * A keyword beside a `$ref` is named as if it stood in the definition (`#/$defs/address/x-askWhen`). It is looked for
 * where the definition is used; of several the one that holds what the problem speaks of.
 */
function besideRef(root: JsonNode, place: string, problem: Place): JsonPlace | null {
  const [defs, name = '', ...rest] = pointerSteps(place);
  if (defs !== '$defs' || rest.length === 0 || nearestPlace(root, place).pointer === place) return null;
  const ref = pointer('#/$defs', name);
  const below = `/${place.split('/').slice(3).join('/')}`;
  const found = objectsIn(root)
    .filter((object) => object.members?.some(({ key, node }) => key === '$ref' && node.value === ref))
    .map((object) => nearestPlace(object, below))
    .filter((candidate) => candidate.pointer === below);
  const holds = ({ node }: JsonPlace) =>
    typeof node.value === 'string' && partOf(node.value, problem) !== null;
  const best = found.find(holds) ?? found[0];
  return best ? { ...best, pointer: place } : null;
}

function objectsIn(node: JsonNode): readonly JsonNode[] {
  const inside = [...(node.items ?? []), ...(node.members ?? []).map((member) => member.node)];
  return [...(node.members ? [node] : []), ...inside.flatMap(objectsIn)];
}

function onLine(file: string, text: string, lines: TextLines, line: number, problem: Place): Stretch {
  const { params = {} } = problem;
  const start = lines.start(line) ?? text.length;
  if (typeof params['column'] === 'number' && file.endsWith('.json'))
    return { from: start + params['column'] - 1 };
  return expressionOn(text, line, problem) ?? writtenOn(text, lines, line);
}

/** What stands on the line, without the spaces around it. */
function writtenOn(text: string, lines: TextLines, line: number): Stretch {
  const start = lines.start(line) ?? text.length;
  const written = lines.line(line);
  return { from: start + written.length - written.trimStart().length, to: start + written.trimEnd().length };
}

/** The cells of a table by line, read once for however many problems. */
class TableCells {
  private readonly columns: readonly (string | undefined)[];
  private readonly byLine: ReadonlyMap<number, ReturnType<typeof readRecords>[number]>;

  constructor(private readonly text: string) {
    const records = readRecords('', text, []);
    this.columns = (records[0]?.cells ?? []).map((cell) => cell.trim().split(':')[0]);
    this.byLine = new Map(records.map((record) => [record.line, record]));
  }

  /** The cell of the column that the problem names. */
  cellOf(line: number, { params = {} }: Place): Stretch | null {
    const column = params['column'] ?? params['name'];
    const index = this.columns.findIndex((name) => name === column);
    const record = this.byLine.get(line);
    const from = record?.starts[index];
    if (from === undefined) return null;
    const inside = this.text[from] === '"' ? from + 1 : from;
    return { from: inside, to: inside + (record?.cells[index] ?? '').length };
  }
}

/** The expression of a template that the problem quotes, or the part of it that is meant. */
function expressionOn(text: string, line: number, problem: Place): Stretch | null {
  const quoted = problem.params?.['source'];
  for (const { source, from, line: at } of templateExpressions(text)) {
    if (at !== line) continue;
    const part = partOf(source, problem);
    if (part) return { from: from + part.from, to: from + part.to };
    if (quoted === source) return { from, to: from + source.length };
  }
  return null;
}
