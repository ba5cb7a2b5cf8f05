import { readFile } from 'node:fs/promises';
import type { ProcedureFiles } from '#engine';
import { BeginDraft } from '../builder/begin-draft.js';
import { readZip } from '../builder/zip-folder.js';
import { refusalText } from '../http/refusal-texts.js';
import { fill } from '../http/fill.js';
import { readFolder } from '../procedures/read-folder.js';
import { AskedWrongly, type Command, ExitCode } from './command.js';
import { withDatabase } from './with-database.js';

/** `import <folder|zip>`: a draft of it in the builder, to be looked at, agreed to and published there. */
export const importCommand: Command = {
  name: 'import',
  usage: ['<フォルダー|ファイル.zip>', '<folder|file.zip>'],
  summary: [
    'フォルダーかZIPを、手続ビルダーの下書きとして取り込む。公開するには承認が要る',
    'bring a folder or ZIP into the builder as a draft; it is published once others agree',
  ],
  operands: { least: 1, most: 1 },
  options: [],
  async run({ operands: [from = ''] }, io) {
    const files = await read(from);
    const outcome = await withDatabase('tetsuzuki import', (dataSource) =>
      new BeginDraft(dataSource).run(null, { from: { kind: 'folder', files: { ...files } } }),
    );
    if (!outcome.ok) {
      const { ja, en } = refusalText(outcome.code);
      throw new AskedWrongly([fill(ja, outcome.params ?? {}), fill(en, outcome.params ?? {})]);
    }
    io.json({ draftId: outcome.value, files: Object.keys(files) });
    io.say(
      `下書きにしました。/builder/drafts/${outcome.value} を開いて、確かめて公開を申請してください。`,
      `It is a draft now. Open /builder/drafts/${outcome.value}, look at it and ask for publication.`,
    );
    return ExitCode.fine;
  },
};

async function read(from: string): Promise<ProcedureFiles> {
  if (!from.endsWith('.zip')) return readFolder(from);
  const bytes = await readFile(from).catch(() => null);
  const zip = bytes && (await readZip(bytes));
  if (zip?.ok) return zip.files;
  throw new AskedWrongly([
    `${from} は手続のZIPとして読めません（${zip?.file ?? ''}）。`,
    `${from} cannot be read as the ZIP of a procedure (${zip?.file ?? ''}).`,
  ]);
}
