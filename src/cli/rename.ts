import { join } from 'node:path';
import { compileForm, positionOf, type ProcedureFiles, rename, type Thing, type Use } from '#engine';
import { generateTypes, TYPES_FILE } from '../procedures/generate-types.js';
import { readFolder } from '../procedures/read-folder.js';
import { writeFolder } from '../procedures/write-folder.js';
import { AskedWrongly, type Command, ExitCode } from './command.js';
import { suggestion } from './help.js';
import { reportProblems } from './report-problems.js';

/** `rename <folder> <thing> <new name>`: rewrites every place that names it; with `--dry-run` only lists them. */
export const renameCommand: Command = {
  name: 'rename',
  usage: ['<フォルダー> <項目や段階> <新しい名前> [--dry-run]', '<folder> <thing> <new name> [--dry-run]'],
  summary: [
    '項目（store.city）や段階（stage:review）などの名前を、使われているところすべてで変える',
    'rename a field (store.city), a stage (stage:review) and the like wherever it is named',
  ],
  operands: { least: 3, most: 3 },
  options: [
    {
      name: 'dry-run',
      value: null,
      summary: ['変えずに、変わるところを挙げる', 'change nothing, list the places'],
    },
  ],
  async run({ operands: [folder = '', what = '', newName = ''], has }, io) {
    const thing = thingNamed(what);
    const files = await readFolder(folder);
    const result = rename(files, thing, newName);
    if (!result.ok) {
      io.json({ renamed: false, problems: reportProblems(io, folder, files, result.problems, null) });
      return ExitCode.problems;
    }
    const { edits, moved } = result;
    const placed = (use: Use) => ({ ...positionOf(files, use), file: join(folder, use.file), as: use.kind });
    const [places, unsure] = [edits.map(placed), result.unsure.map(placed)];
    const dryRun = has('dry-run');
    if (dryRun)
      for (const { file, line, column, as } of places) {
        const where = `${file}:${line}:${column}  ${as}`;
        io.say(where, where);
      }
    const after = result.outdated.includes(TYPES_FILE) ? await withTypes(result.files) : result.files;
    const written = dryRun ? [] : await writeFolder(folder, files, after);
    io.json({ renamed: !dryRun, places, unsure, moved, written });
    const count = new Set([...edits.map(({ file }) => file), ...Object.keys(moved)]).size;
    if (dryRun)
      io.say(
        `${count}個のファイルの${edits.length}か所が変わります。`,
        `${edits.length} place(s) in ${count} file(s) would change.`,
      );
    else
      io.say(
        `${count}個のファイルの${edits.length}か所を「${newName}」に変えました。`,
        `${edits.length} place(s) in ${count} file(s) now say “${newName}”.`,
      );
    for (const { file, line, column } of unsure)
      io.say(
        `${file}:${line}:${column}  同じ言葉ですが、同じものを指すか分からないため、変えていません。確かめてください。`,
        `${file}:${line}:${column}  The same word, left as it is: what it names cannot be told. Please look.`,
      );
    return ExitCode.fine;
  },
};

/** What stands before the colon: `stage:first_review`, `column:bands.rate`. */
const KINDS = [
  'field',
  'page',
  'table',
  'column',
  'stage',
  'action',
  'staff-field',
  'timer',
  'role',
  'team',
  'message',
  'notice',
  'criterion',
  'reason',
  'check',
  'stage-check',
] as const;

/** @throws AskedWrongly when it is of no kind that has a name */
function thingNamed(what: string): Thing {
  const [, word, name = ''] = /^(?:([^:]*):)?(.*)$/s.exec(what) ?? [];
  if (word === undefined) return name.includes('.') ? { kind: 'field', path: name } : { kind: 'page', name };
  const kind = KINDS.find((known) => known === word);
  if (!kind) {
    const near = suggestion(word, KINDS);
    throw new AskedWrongly([
      `「${word}:」という種類はありません。${near[0]}使えるのは ${KINDS.join('、')} です。`,
      `There is no kind “${word}:”.${near[1]} Known: ${KINDS.join(', ')}.`,
    ]);
  }
  if (kind === 'field') return { kind, path: name };
  if (kind !== 'column' && kind !== 'staff-field') return { kind, name };
  const [owner = '', inside = ''] = name.split('.', 2);
  return kind === 'column' ? { kind, table: owner, name: inside } : { kind, action: owner, name: inside };
}

async function withTypes(files: ProcedureFiles): Promise<ProcedureFiles> {
  const compiled = compileForm(files);
  return compiled.ok ? { ...files, [TYPES_FILE]: await generateTypes(files) } : files;
}
