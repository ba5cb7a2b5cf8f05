import { readFile } from 'node:fs/promises';
import { type Command, AskedWrongly, ExitCode, type Io } from './command.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `announce <file>`: publishes news of the office and owes the mails; `announce --end <id>` takes it down. */
export const announce: Command = {
  name: 'announce',
  usage: ['<ファイル> | --end <ID>', '<file> | --end <id>'],
  summary: [
    'お知らせを公開し、希望者へのメールを予約する',
    'publish an announcement and queue the mails to those who want them',
  ],
  operands: { least: 0, most: 1 },
  options: [
    {
      name: 'end',
      value: ['ID', 'id'],
      summary: [
        '公開したお知らせを下げ、まだ出ていないメールを止める',
        'take an announcement down; mails that have not left are not sent',
      ],
    },
  ],
  async run({ operands: [file], value }, io) {
    const ended = value('end');
    if ((file === undefined) === (ended === null))
      throw new AskedWrongly([
        'お知らせのファイルか --end のどちらかを指定してください。',
        'Give the file of an announcement, or --end.',
      ]);
    return file === undefined ? end(ended ?? '', io) : publish(file, io);
  },
};

async function publish(file: string, io: Io): Promise<ExitCode> {
  const { readAnnouncement } = await import('../announcements/read-announcement.js');
  const read = readAnnouncement(file, await textOf(file));
  if (!read.ok) {
    for (const [ja, en] of read.faults) io.say(`${file}  ${ja}`, `${file}  ${en}`);
    io.json({ faults: read.faults.map(([ja, en]) => ({ ja, en })) });
    return ExitCode.problems;
  }
  const { withDatabase } = await import('./with-database.js');
  const { PublishAnnouncement } = await import('../announcements/publish-announcement.js');
  return withDatabase('tetsuzuki announce', async (dataSource) => {
    const { category, procedureId } = read.announcement;
    if (procedureId !== null) {
      const found = await dataSource.query<unknown[]>('select 1 from procedure where id = $1', [procedureId]);
      if (found.length === 0)
        throw new AskedWrongly([
          `手続「${procedureId}」は公開されていません。`,
          `There is no published procedure “${procedureId}”.`,
        ]);
    }
    const id = await new PublishAnnouncement(dataSource).run(read.announcement);
    const toAll = read.announcement.important;
    if (!toAll && category === null && procedureId === null)
      io.note(
        'category も procedure もないお知らせは、画面にだけ出ます（メールは送られません）。',
        'Without category and procedure it is shown on the portal only; no mail is sent.',
      );
    io.json({ id });
    io.say(`公開しました（ID ${id}）。`, `Published (id ${id}).`);
    return ExitCode.fine;
  });
}

async function end(id: string, io: Io): Promise<ExitCode> {
  const { withDatabase } = await import('./with-database.js');
  const { EndAnnouncement } = await import('../announcements/end-announcement.js');
  return withDatabase('tetsuzuki announce', async (dataSource) => {
    const ended = uuid.test(id) && (await new EndAnnouncement(dataSource).run(id));
    io.json({ ended });
    if (ended) io.say('お知らせを下げました。', 'The announcement was taken down.');
    else io.say('そのIDのお知らせは出ていません。', 'No announcement of that id is shown.');
    return ended ? ExitCode.fine : ExitCode.problems;
  });
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new AskedWrongly([`${file} が読めません。`, `${file} cannot be read.`]);
  }
}
