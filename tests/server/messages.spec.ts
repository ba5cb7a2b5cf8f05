import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ApplicantApplicationView } from '../../src/applications/application.dto.js';
import type { DeskApplicationView, QueueList, QueuePage } from '../../src/applications/desk.dto.js';
import type { Mailbox } from '../../src/embedded/mailbox.dto.js';
import type { ConversationList, ConversationView, MessageFileView } from '../../src/messages/message.dto.js';
import { SweepFiles } from '../../src/files/sweep-files.js';
import { samplePicture } from '../../src/demo/sample-picture.js';
import { eventually } from '../support/eventually.js';
import { type NoticeWorker, startNoticeWorker, submitJitan } from './support/notice-world.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const picture = samplePicture(1);

describe('messages between applicant and office', () => {
  let test: TestApp;
  let worker: NoticeWorker;
  let applicant: Visitor;
  let official: Visitor;
  let id: string;
  let number: string;
  beforeAll(async () => {
    test = await startTestApp();
    worker = await startNoticeWorker(test, {});
    applicant = await test.applicant();
    official = await test.official('sato');
    ({ applicationId: id, number } = await submitJitan(test, '文通亭'));
  });
  afterAll(async () => {
    await worker.stop();
    await test.stop();
  });

  const mine = () => `/api/applications/${id}/messages`;
  const theirs = () => `/api/desk/applications/${id}/messages`;
  const write = (person: Visitor, path: string, body: string, files: readonly string[] = []) =>
    person.post<ConversationView>(path, { key: randomUUID(), body, files });
  const mails = async () =>
    (await test.visitor().get<Mailbox>('/api/mailbox')).body.mails.filter(({ subject }) =>
      subject.includes('メッセージが届いています'),
    );

  it('begin empty, and open to the applicant', async () => {
    const { body } = await applicant.get<ConversationView>(mine());
    expect(body).toMatchObject({ number, messages: [], unread: 0, closed: null, awaitsReply: false });
  });

  it('of the applicant reach the office with their files, and wait in its queue', async () => {
    const { body: file } = await applicant.upload<MessageFileView>(
      `${mine()}/files`,
      '../店の前.png',
      picture,
    );
    expect(file).toMatchObject({ name: '店の前.png', mediaType: 'image/png', bytes: picture.length });
    expect((await official.get(`/api/message-files/${file.id}/content`)).status).toBe(404);

    await write(applicant, mine(), '  写真を撮り直しました。\n届いていますか。 ', [file.id]);
    const { body } = await official.get<ConversationView>(theirs());
    expect(body).toMatchObject({ unread: 1, awaitsReply: true, closed: null });
    expect(body.messages).toMatchObject([
      {
        side: 'applicant',
        author: '株式会社なにわ酒場',
        body: '写真を撮り直しました。\n届いていますか。',
        readAt: null,
        files: [{ id: file.id, name: '店の前.png' }],
      },
    ]);
    const content = await official.get(`/api/message-files/${file.id}/content?inline=1`);
    expect(content.headers).toMatchObject({ 'content-type': 'image/png' });
    expect(String(content.headers['content-security-policy'])).toContain('sandbox');

    const { body: page } = await official.get<QueuePage>('/api/desk/applications?queue=messages');
    expect(page.rows).toMatchObject([{ id, unreadMessages: 1 }]);
    const { body: list } = await official.get<QueueList>('/api/desk/queues');
    expect(list.queues.find(({ key }) => key === 'messages')?.count).toBe(1);
  });

  it('stay unread while only somebody looks on who does not have the case', async () => {
    const onlooker = await test.official('ito');
    expect((await onlooker.post(`${theirs()}/read`)).status).toBe(204);
    const { body } = await onlooker.get<ConversationView>(theirs());
    expect(body).toMatchObject({ unread: 1, closed: 'role' });
    expect((await write(onlooker, theirs(), 'わかりました。')).status).toBe(403);
    expect((await onlooker.post(`${theirs()}/settle`, { close: false })).status).toBe(403);

    await official.post(`${theirs()}/read`);
    const { body: read } = await applicant.get<ConversationView>(mine());
    expect(read.messages[0]?.readAt).toEqual(expect.any(String));
  });

  it('of the office are announced by a mail that tells nothing of them, once an hour', async () => {
    await write(official, theirs(), '届いています。秘密の話です。');
    await write(official, theirs(), '来週お電話します。');
    const sent = await eventually('the mail is there', async () => {
      const found = await mails();
      return found.length > 0 ? found : undefined;
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: ['naniwa@example.jp'] });
    expect(sent[0]?.text).toContain(`/applications/${id}/messages`);
    expect(sent[0]?.text).toContain('商工労働部 協力金審査班');
    expect(sent[0]?.text).not.toContain('秘密');
    const [owed] = await test.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from message_mail',
    );
    expect(owed?.count).toBe(1);
  });

  it('stand in the history of both sides: when and by whom, not what was said', async () => {
    const { body: own } = await applicant.get<ApplicantApplicationView>(`/api/applications/${id}`);
    expect(own.messages.written.slice(0, 2)).toMatchObject([
      { side: 'applicant', department: null, agentName: null },
      { side: 'office', department: '商工労働部 協力金審査班' },
    ]);
    const { body: desk } = await official.get<DeskApplicationView>(`/api/desk/applications/${id}`);
    expect(desk.written.slice(0, 2)).toMatchObject([
      { type: 'asked', actorKind: 'applicant', actorName: '株式会社なにわ酒場' },
      { type: 'answered', actorKind: 'staff', actorName: '佐藤 健' },
    ]);
    expect(JSON.stringify([own, desk])).not.toContain('秘密の話');
  });

  it('name the department to the applicant, and the official to colleagues', async () => {
    const { body: list } = await applicant.get<ConversationList>('/api/messages');
    expect(list).toMatchObject({
      conversations: [{ applicationId: id, excerpt: '来週お電話します。', lastSide: 'office', unread: 2 }],
      next: null,
    });
    const seen = await applicant.get<ConversationView>(mine());
    expect(seen.body.messages[1]?.author).toBe('商工労働部 協力金審査班');
    const desk = await official.get<ConversationView>(theirs());
    expect(desk.body.messages[1]?.author).toBe('佐藤 健（商工労働部 協力金審査班）');
    expect(desk.body.awaitsReply).toBe(false);

    await applicant.post(`${mine()}/read`);
    expect((await applicant.get<ConversationView>(mine())).body.unread).toBe(0);
  });

  it('sent twice with one key are one message', async () => {
    const request = { key: randomUUID(), body: '二度押しました。', files: [] };
    const [first, second] = await Promise.all([
      applicant.post(mine(), request),
      applicant.post(mine(), request),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const { body } = await applicant.get<ConversationView>(mine());
    expect(body.messages.filter((message) => message.body === '二度押しました。')).toHaveLength(1);
  });

  it.each([
    ['no words', { body: ' \n', files: [] }, 422, 'message-empty'],
    ['a file that is not there', { body: 'x', files: [randomUUID()] }, 409, 'message-file-gone'],
    ['a bell in it', { body: 'x\u0007', files: [] }, 422, 'request-invalid'],
    ['a member too many', { body: 'x', files: [], side: 'office' }, 422, 'request-invalid'],
  ])('with %s are refused', async (_, message, status, code) => {
    const answer = await applicant.post(mine(), { key: randomUUID(), ...message });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('take pictures and PDF alone, and only files that one uploaded oneself', async () => {
    const page = await applicant.upload(`${mine()}/files`, 'a.pdf', Buffer.from('<script>'));
    expect([page.status, page.body.code]).toEqual([415, 'media-type-not-accepted']);
    const { body: file } = await official.upload<MessageFileView>(`${theirs()}/files`, 'b.png', picture);
    expect((await write(applicant, mine(), 'これは', [file.id])).status).toBe(409);
    expect((await applicant.delete(`${mine()}/files/${file.id}`)).status).toBe(404);
    expect((await official.delete(`${theirs()}/files/${file.id}`)).status).toBe(204);
    expect((await official.get(`/api/message-files/${file.id}/content`)).status).toBe(404);
  });

  it('let go for good of what was taken away, and keep what somebody else sent', async () => {
    const upload = async (content: Buffer): Promise<string> => {
      const { body } = await official.upload<MessageFileView>(`${theirs()}/files`, 'a.pdf', content);
      return body.id;
    };
    const sweep = () => test.app.get(SweepFiles, { strict: false }).run(0, 86_400_000);
    await sweep();
    for (const content of [picture, Buffer.from('%PDF-1.7 written in haste')]) {
      await official.delete(`${theirs()}/files/${await upload(content)}`);
    }
    expect((await sweep()).contents).toBe(1);
    const { body } = await official.get<ConversationView>(theirs());
    const [sent] = body.messages.flatMap(({ files }) => files);
    expect((await official.get(`/api/message-files/${sent?.id}/content`)).status).toBe(200);
  });

  it('are settled by an official, and closed by them once the application has ended', async () => {
    expect((await official.post(`${theirs()}/settle`, { close: true })).body.code).toBe(
      'action-not-available',
    );
    const settled = await official.post<ConversationView>(`${theirs()}/settle`, { close: false });
    expect(settled.body).toMatchObject({ awaitsReply: false, mayClose: false });

    await applicant.post(`/api/applications/${id}/withdraw`, { reason: '閉店のため' });
    expect((await write(applicant, mine(), '取り下げました。')).status).toBe(200);
    const { body: waiting } = await official.get<QueuePage>('/api/desk/applications?queue=messages');
    expect(waiting.rows.map((row) => row.id)).toEqual([id]);

    const closed = await official.post<ConversationView>(`${theirs()}/settle`, { close: true });
    expect(closed.body).toMatchObject({ awaitsReply: false, mayClose: false });
    expect((await applicant.get<ConversationView>(mine())).body.closed).toBe('by-office');
    expect((await write(applicant, mine(), 'もう一つ')).body).toMatchObject({ code: 'conversation-closed' });

    await write(official, theirs(), '最後に一つだけ。');
    expect((await applicant.get<ConversationView>(mine())).body.closed).toBeNull();
  });
});
