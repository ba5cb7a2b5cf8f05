import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileForm } from '#engine';
import { generateTypes, TYPES_FILE } from '../procedures/generate-types.js';
import { readFolder } from '../procedures/read-folder.js';
import { type Command, ExitCode } from './command.js';
import { reportProblems } from './report-problems.js';

/** `types <folder>`: writes `answers.d.ts`; with `--check` says only whether it is up to date. */
export const types: Command = {
  name: 'types',
  usage: ['<フォルダー> [--check]', '<folder> [--check]'],
  summary: [`回答の型（${TYPES_FILE}）を作る`, `write ${TYPES_FILE}, the TypeScript types of the answers`],
  operands: { least: 1, most: 1 },
  options: [
    {
      name: 'check',
      value: null,
      summary: ['書かずに、最新かどうかだけを調べる', 'write nothing, say whether they are up to date'],
    },
  ],
  async run({ operands: [folder = ''], has }, io) {
    const files = await readFolder(folder);
    const compiled = compileForm(files);
    if (!compiled.ok) {
      io.json(reportProblems(io, folder, files, compiled.problems, null));
      return ExitCode.problems;
    }
    const file = join(folder, TYPES_FILE);
    const text = await generateTypes(files);
    const upToDate = files[TYPES_FILE] === text;
    if (has('check')) {
      io.json({ file, upToDate });
      if (upToDate) io.say(`${file} は最新です。`, `${file} is up to date.`);
      else
        io.say(
          `${file} は form.schema.json と合っていません。「tetsuzuki types ${folder}」で作り直してください。`,
          `${file} does not match form.schema.json. Make it again with “tetsuzuki types ${folder}”.`,
        );
      return upToDate ? ExitCode.fine : ExitCode.problems;
    }
    await writeFile(file, text);
    io.json({ file, written: !upToDate });
    io.say(`${file} を書きました。`, `${file} written.`);
    return ExitCode.fine;
  },
};
