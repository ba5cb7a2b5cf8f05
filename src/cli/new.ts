import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileProcedure, type ProcedureFiles } from '#engine';
import { checkFiles } from '../procedures/check-folder.js';
import { errorCode } from '../procedures/error-code.js';
import { generateTypes, TYPES_FILE } from '../procedures/generate-types.js';
import { readFolder } from '../procedures/read-folder.js';
import { AskedWrongly, type Command, ExitCode } from './command.js';
import { reportProblems } from './report-problems.js';

/** A small grant with everything a procedure can have: conditions, an amount, a table, review, notices, examples. */
const START = fileURLToPath(new URL('./new/start', import.meta.url));

/** `new <folder>`: a small procedure that is complete, to be changed into one's own. */
export const create: Command = {
  name: 'new',
  usage: ['<フォルダー> [--title 名前] [--from フォルダー]', '<folder> [--title name] [--from folder]'],
  summary: [
    '手続のひな形を作る。そのまま動き、例も付いている',
    'make a small procedure that works as it is, with examples',
  ],
  operands: { least: 1, most: 1 },
  options: [
    {
      name: 'id',
      value: ['ID', 'id'],
      summary: [
        '手続のID（英小文字・数字・ハイフン。省くとフォルダーの名前）',
        'its id; the name of the folder if left out',
      ],
    },
    {
      name: 'title',
      value: ['名前', 'name'],
      summary: ['手続の名前', 'its title in Japanese'],
    },
    {
      name: 'title-en',
      value: ['英語の名前', 'name'],
      summary: ['手続の英語の名前', 'its title in English'],
    },
    {
      name: 'from',
      value: ['フォルダー', 'folder'],
      summary: ['この手続を写して始める（例：procedures/jitan-9）', 'start from a copy of this procedure'],
    },
  ],
  async run({ operands: [folder = ''], value }, io) {
    await mustBeFree(folder);
    const from = value('from') ?? START;
    const source = await readFolder(from);
    const original = compileProcedure(source);
    if (!original.ok) {
      io.json({ folder: from, problems: reportProblems(io, from, source, original.problems, null) });
      return ExitCode.problems;
    }
    const id = value('id') ?? folder.replaceAll('\\', '/').replace(/\/+$/, '').replace(/^.*\//, '');
    const files = await renamed(source, { id, title: value('title'), titleEn: value('title-en') });
    const report = await checkFiles(files);
    if (report.problems.length > 0) {
      io.json({ folder, problems: reportProblems(io, folder, files, report.problems, null) });
      return ExitCode.problems;
    }
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    io.json({ folder, files: Object.keys(files), problems: [] });
    io.say(
      `${folder} に手続を作りました（ファイル${Object.keys(files).length}個、例${report.examples}件）。直したら「tetsuzuki check ${folder}」で調べられます。`,
      `${folder}: a procedure of ${Object.keys(files).length} files and ${report.examples} examples. After a change, look at it with “tetsuzuki check ${folder}”.`,
    );
    return ExitCode.fine;
  },
};

/** Nothing that somebody wrote is ever overwritten. */
async function mustBeFree(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    if (errorCode(error) === 'ENOTDIR') return [folder];
    throw error;
  });
  if (entries.length === 0) return;
  throw new AskedWrongly([
    `${folder} にはもうファイルがあります。まだないフォルダーの名前を指定してください。`,
    `${folder} is not empty. Name a folder that does not exist yet.`,
  ]);
}

interface Names {
  readonly id: string;
  readonly title: string | null;
  readonly titleEn: string | null;
}

/** The same files under other names; everything else keeps its bytes. */
async function renamed(files: ProcedureFiles, { id, title, titleEn }: Names): Promise<ProcedureFiles> {
  const before = namesIn(files);
  const after = { id, title: title ?? before.title };
  const text = (path: string) => files[path] ?? '';
  const english = text('texts/en.json');
  const renamedFiles: ProcedureFiles = {
    ...files,
    'procedure.json': text('procedure.json')
      .replace(`"id": ${quoted(before.id)}`, () => `"id": ${quoted(after.id)}`)
      .replace(`"title": ${quoted(before.title)}`, () => `"title": ${quoted(after.title)}`),
    'form.schema.json': text('form.schema.json').replace(
      `"title": ${quoted(before.id)}`,
      () => `"title": ${quoted(after.id)}`,
    ),
    ...(english === '' ? {} : { 'texts/en.json': retitled(english, before.title, after.title, titleEn) }),
  };
  const { [TYPES_FILE]: _old, ...sources } = renamedFiles;
  return { ...sources, [TYPES_FILE]: await generateTypes(sources) };
}

function retitled(english: string, before: string, after: string, titleEn: string | null): string {
  const line = new RegExp(`(${escaped(quoted(before))}\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*")`);
  return english.replace(line, (_whole, _key: string, value: string) => {
    const words = titleEn === null ? value : quoted(titleEn);
    return `${quoted(after)}: ${words}`;
  });
}

/** Of files that compile. */
function namesIn(files: ProcedureFiles): { readonly id: string; readonly title: string } {
  return JSON.parse((files['procedure.json'] ?? '').replace(/^\uFEFF/, '')) as {
    readonly id: string;
    readonly title: string;
  };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
