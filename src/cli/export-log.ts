import type { Command } from './command.js';
import { AskedWrongly, ExitCode } from './command.js';

/** `export-log <folder>`: writes the audit log for somebody who verifies it elsewhere. */
export const exportLogCommand: Command = {
  name: 'export-log',
  usage: ['<フォルダー>', '<folder>'],
  summary: [
    '監査記録を、封印と公開鍵とともにファイルに書き出す',
    'write the audit log to files, with its seals and public keys',
  ],
  operands: { least: 1, most: 1 },
  options: [],
  async run({ operands: [folder = ''] }, io) {
    const { withDatabase } = await import('./with-database.js');
    const { exportLog } = await import('../audit/export-log.js');
    return withDatabase('tetsuzuki export-log', async (dataSource) => {
      const [all] = await dataSource.query<{ count: number }[]>(
        'select count(*)::int as count from audit_event',
      );
      try {
        const exported = await exportLog(dataSource, folder, (done) =>
          io.progress('書き出し中', 'writing', done, Math.max(all?.count ?? 0, done + 1)),
        );
        io.json(exported);
        const { events, unsealed, seals } = exported;
        io.say(
          `記録${events}件（うち封印前${unsealed}件）と封印${seals}個を ${folder} に書き出しました。`,
          `Wrote ${events} event(s), ${unsealed} of them not sealed yet, and ${seals} seal(s) to ${folder}.`,
        );
        return ExitCode.fine;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        throw new AskedWrongly([
          `${folder} には、もう書き出したものがあります。別のフォルダーを指定してください。`,
          `${folder} holds an export already. Name another folder.`,
        ]);
      }
    });
  },
};
