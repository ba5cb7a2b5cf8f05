import { readFile } from 'node:fs/promises';
import type { ProcedureFiles } from '#engine';
import { BeginDraft } from '../builder/begin-draft.js';
import { type UnboundName, unboundNames } from '../builder/unbound-names.js';
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
    const { outcome, unbound } = await withDatabase('tetsuzuki import', async (dataSource) => ({
      outcome: await new BeginDraft(dataSource).run(null, { from: { kind: 'folder', files: { ...files } } }),
      unbound: await unboundNames(dataSource, files),
    }));
    if (!outcome.ok) {
      const { ja, en } = refusalText(outcome.code);
      throw new AskedWrongly([fill(ja, outcome.params ?? {}), fill(en, outcome.params ?? {})]);
    }
    io.json({ draftId: outcome.value, files: Object.keys(files), unbound });
    io.say(
      `下書きにしました。/builder/drafts/${outcome.value} を開いて、確かめて公開を申請してください。`,
      `It is a draft now. Open /builder/drafts/${outcome.value}, look at it and ask for publication.`,
    );
    if (unbound.length > 0)
      io.say(
        `この環境ではまだ決まっていないもの：${unbound.map(({ kind, title }) => `${WORDS[kind][0]}「${title}」`).join('、')}。審査デスクの「職員」「部署と班」で決めてください。`,
        `Not yet filled on this installation: ${unbound.map(({ kind, title }) => `${WORDS[kind][1]} “${title}”`).join(', ')}. Say who they are at the desk (officials, departments).`,
      );
    return ExitCode.fine;
  },
};

const WORDS: Readonly<Record<UnboundName['kind'], readonly [ja: string, en: string]>> = {
  role: ['役割', 'role'],
  team: ['班', 'team'],
  department: ['担当課', 'department'],
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
