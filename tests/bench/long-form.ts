import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchFolder } from './bench-procedure.js';

/** Page that holds the questions. */
export const LONG_PAGE = 'long';

/** Folder for PROCEDURES_DIR with the procedures `long-<count>`; `remove` it afterwards. */
export function longForms(counts: readonly number[]): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-long-'));
  for (const count of counts) {
    const target = join(folder, `long-${count}`);
    cpSync(benchFolder, target, { recursive: true });
    // The examples say nothing of the page that is put before the others.
    rmSync(join(target, 'examples'), { recursive: true });
    edit(join(target, 'procedure.json'), (info) => ({ ...info, id: `long-${count}` }));
    edit(join(target, 'form.schema.json'), (form) => ({
      ...form,
      properties: {
        [LONG_PAGE]: { type: 'object', title: '長い一枚', properties: questions(LONG_PAGE, count) },
        ...(form['properties'] as object),
      },
    }));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

type Json = Record<string, unknown>;

function edit(file: string, change: (content: Json) => Json): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Json)));
}

/** Ten by ten: six texts, a number, a choice, a text asked by that choice, a box. */
export function questions(page: string, count: number): Json {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`q${index}`, question(page, index)] as const),
  );
}

function question(page: string, index: number): Json {
  const title = `質問${index + 1}`;
  switch (index % 10) {
    case 6:
      return { type: 'integer', title, minimum: 0, maximum: 100 };
    case 7:
      return {
        type: 'string',
        title,
        oneOf: ['a', 'b', 'c'].map((value) => ({ const: value, title: `選択肢${value}` })),
      };
    case 8:
      return { type: 'string', title, maxLength: 50, 'x-askWhen': `${page}.q${index - 1} != "b"` };
    case 9:
      return { type: 'boolean', title };
    default:
      return { type: 'string', title, maxLength: 50 };
  }
}
