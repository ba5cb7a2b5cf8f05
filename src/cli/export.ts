import { createWriteStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ProcedureFiles } from '#engine';
import { AskedWrongly, type Command, ExitCode } from './command.js';
import { withDatabase } from './with-database.js';

/** `export <id> <folder|zip>`: the folder of the version in force, as an engineer keeps it in git. */
export const exportCommand: Command = {
  name: 'export',
  usage: ['<手続ID> <フォルダー|ファイル.zip>', '<procedure id> <folder|file.zip>'],
  summary: [
    'データベースにある公開中の版を、フォルダーかZIPに書き出す（1バイトも変えない）',
    'write the version in force that the database holds to a folder or ZIP, byte for byte',
  ],
  operands: { least: 2, most: 2 },
  options: [],
  async run({ operands: [id = '', to = ''] }, io) {
    await mustBeFree(to);
    const files = await withDatabase('tetsuzuki export', async (dataSource) => {
      const [row] = await dataSource.query<{ files: ProcedureFiles }[]>(
        'select v.files from procedure p join procedure_version v on v.hash = p.current_hash where p.id = $1',
        [id],
      );
      return row?.files ?? null;
    });
    if (!files)
      throw new AskedWrongly([
        `「${id}」という手続は公開されていません。`,
        `No procedure “${id}” is published.`,
      ]);
    await write(id, files, to);
    io.json({ id, to, files: Object.keys(files) });
    io.say(
      `${to} に書き出しました（ファイル${Object.keys(files).length}個）。`,
      `${to}: ${Object.keys(files).length} files written.`,
    );
    return ExitCode.fine;
  },
};

async function write(id: string, files: ProcedureFiles, to: string): Promise<void> {
  if (!to.endsWith('.zip')) {
    const { writeFolder } = await import('../procedures/write-folder.js');
    await writeFolder(to, {}, files);
    return;
  }
  const { zipOf } = await import('../exports/tables/zip-of.js');
  const entries = Object.entries(files).map(([path, text]) => ({ name: `${id}/${path}`, text }));
  await pipeline(zipOf(entries), createWriteStream(to, { flags: 'wx' }));
}

/** Nothing that is there is overwritten. */
async function mustBeFree(to: string): Promise<void> {
  const isFree = !existsSync(to) || (!to.endsWith('.zip') && (await readdir(to)).length === 0);
  if (isFree) return;
  throw new AskedWrongly([
    `${to} はもうあります。まだない名前を指定してください。`,
    `${to} is there already. Name one that is not.`,
  ]);
}
