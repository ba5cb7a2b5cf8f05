import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '../../src/config/config-error.js';
import { readConfig } from '../../src/config/read-config.js';
import { settings } from '../../src/config/settings.js';
import { settingsTable } from '../../src/config/settings-table.js';

function problems(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ key, en }) => `${key}: ${en}`);
  }
}

describe('settings', () => {
  it('are complete without a single variable: everything runs on this machine, as a demo', () => {
    expect(readConfig({})).toEqual({
      role: 'all',
      demo: true,
      siteName: { ja: '手続ポータル', en: 'Procedures Online' },
      exportKeepMs: 604_800_000,
      logLevel: 'info',
      dataDir: resolve('data'),
      proceduresDir: resolve('procedures'),
      publishApprovals: 1,
      shutdownMs: 10_000,
      http: {
        host: '127.0.0.1',
        port: 8080,
        publicUrl: 'http://localhost:8080',
        trustProxy: false,
        attachmentMaxBytes: 10_000_000,
      },
      database: { url: undefined, poolSize: 10, searchPath: '' },
      jobs: { redisUrl: undefined, concurrency: 5 },
      mail: {
        smtpUrl: undefined,
        from: '手続ポータル <no-reply@localhost>',
        perSecond: 20,
        perDomain: new Map(),
        bounceAddress: undefined,
        bounceMailboxUrl: undefined,
        eventsSecret: undefined,
      },
      unopened: { remindDays: 7, postDays: 14 },
      session: { idleMs: 3_600_000, maxMs: 43_200_000 },
      codesRequiredOf: [],
      secretsKey: null,
      identityProviders: [],
      signatureTrust: null,
      noticeSigning: null,
      audit: { keyFile: null, anchorDir: resolve('data/audit'), anchorMail: undefined },
    });
  });

  it('are read from the environment', () => {
    const config = readConfig({
      PORT: '3000',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://shinsei.pref.example.jp/',
      ROLE: 'web',
      DATABASE_URL: 'postgres://tetsuzuki:secret@db:5432/tetsuzuki',
      REDIS_URL: 'rediss://queue:6379',
      SMTP_URL: 'smtp://mail:25',
      MAIL_FROM: 'kyoryokukin@pref.example.jp',
      TRUST_PROXY: '10.0.0.0/8, ::1',
      SESSION_IDLE_MINUTES: '30',
    });
    expect(config.http).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      publicUrl: 'https://shinsei.pref.example.jp',
      trustProxy: ['10.0.0.0/8', '::1'],
    });
    expect(config.database.url).toBe('postgres://tetsuzuki:secret@db:5432/tetsuzuki');
    expect(config.jobs.redisUrl).toBe('rediss://queue:6379');
    expect(config.mail).toEqual({
      smtpUrl: 'smtp://mail:25',
      from: 'kyoryokukin@pref.example.jp',
      perSecond: 20,
      perDomain: new Map(),
      bounceAddress: undefined,
      bounceMailboxUrl: undefined,
      eventsSecret: undefined,
    });
    expect(config.session.idleMs).toBe(1_800_000);
  });

  it('turn the demo off when a real database is given, unless it is asked for', () => {
    const DATABASE_URL = 'postgres://localhost/tetsuzuki';
    expect(readConfig({ DATABASE_URL }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL, DEMO: 'true' }).demo).toBe(true);
    expect(readConfig({ DEMO: 'false' }).demo).toBe(false);
  });

  it('treat an empty variable as none', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toEqual(readConfig({}));
  });

  it('name every wrong key at once', () => {
    expect(problems({ PORT: '80a', ROLE: 'boss', DEMO: 'yes', DATABASE_URL: 'mysql://db/x' })).toEqual([
      'PORT: whole number, 1 to 65535',
      'ROLE: one of all, web, worker',
      'DEMO: true or false',
      'DATABASE_URL: URL: postgres://… or postgresql://…',
    ]);
  });

  it('never show a value, because it may be a password', () => {
    const env = { DATABASE_URL: 'mysql://admin:hunter2@db/x', SMTP_URL: 'hunter2' };
    expect(() => readConfig(env)).toThrow(/DATABASE_URL[^]*SMTP_URL/);
    expect(() => readConfig(env)).not.toThrow(/hunter2/);
  });

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['RDIS_URL', 'REDIS_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['PROT', 'PORT'],
    ['log_level', 'LOG_LEVEL'],
    ['SESION_IDEL_MINUTES', 'SESSION_IDLE_MINUTES'],
  ])('notice that %s was meant to be %s', (written, meant) => {
    expect(problems({ [written]: 'x' })).toEqual([`${written}: did you mean ${meant}?`]);
  });

  it.each([
    'HOME',
    'PATH',
    'PWD',
    'SHELL',
    'TERM',
    'USER',
    'HOSTNAME',
    'MAIL',
    'PGHOST',
    'PGPORT',
    'REDIS_PORT',
    'LANG',
  ])('leave %s alone', (name) => {
    expect(problems({ [name]: 'x' })).toEqual([]);
  });

  it('leave a near name alone when the setting itself is there, too', () => {
    expect(problems({ DATABASE_URI: 'x', DATABASE_URL: 'postgres://db/x' })).toEqual([]);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '1e3'],
    ['PUBLIC_URL', 'https://example.jp/portal'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['MAIL_FROM', 'a@b.jp\r\nBcc: c@d.jp'],
    ['REDIS_URL', 'redis://'],
    ['SESSION_MAX_HOURS', '-1'],
  ])('refuse %s=%j', (key, value) => {
    expect(problems({ [key]: value }).map((line) => line.split(':')[0])).toEqual([key]);
  });

  it('accept a database behind a local socket', () => {
    const DATABASE_URL = 'postgres:///tetsuzuki?host=/run/postgresql';
    expect(readConfig({ DATABASE_URL }).database.url).toBe(DATABASE_URL);
  });

  it('refuse a sign-in that would end before it is idle', () => {
    expect(problems({ SESSION_IDLE_MINUTES: '120', SESSION_MAX_HOURS: '1' })).toEqual([
      'SESSION_IDLE_MINUTES: cannot be longer than SESSION_MAX_HOURS',
    ]);
  });

  it('can be printed as a table', () => {
    expect(settingsTable('ja').split('\n')).toEqual(
      expect.arrayContaining([
        '| 変数 | 意味 | 形式 | 既定値 |',
        '| `PORT` | 待ち受けるポート | 1〜65535 の整数 | `8080` |',
        '| `PUBLIC_URL` | 利用者から見えるアドレス。メールのリンクはここから作る | https://… または http://… の形で、パスのない URL | http://localhost:PORT |',
      ]),
    );
    expect(settingsTable('en').split('\n')).toHaveLength(2 + Object.keys(settings).length);
  });

  it('are described in both languages, for the table in the README', () => {
    for (const [name, { ja, en, format }] of Object.entries(settings)) {
      expect([name, ja, en, format.ja, format.en]).toEqual(Array(5).fill(expect.stringMatching(/\S/)));
    }
  });
});
