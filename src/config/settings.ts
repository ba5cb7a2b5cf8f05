import * as format from './formats.js';
import type { Format } from './formats.js';

/** One environment variable. The README's table and the check at start are both made from this. */
export interface Setting<T, D extends T | undefined = T | undefined> {
  readonly ja: string;
  readonly en: string;
  readonly format: Format<T>;
  /** `undefined`: without a value the product does something else, which `whenUnset` tells. */
  readonly default: D;
  readonly whenUnset?: { readonly ja: string; readonly en: string };
}

function setting<T>(of: Setting<T, T>): Setting<T, T> {
  return of;
}

function optional<T>(
  of: Omit<Setting<T, undefined>, 'default'> & Required<Pick<Setting<T, undefined>, 'whenUnset'>>,
): Setting<T, undefined> {
  return { ...of, default: undefined };
}

export const settings = {
  PORT: setting({
    ja: '待ち受けるポート',
    en: 'Port to listen on',
    format: format.wholeNumber(1, 65_535),
    default: 8080,
  }),
  HOST: setting({
    ja: '待ち受けるアドレス。コンテナーでは 0.0.0.0',
    en: 'Address to listen on; 0.0.0.0 in a container',
    format: format.hostName,
    default: '127.0.0.1',
  }),
  PUBLIC_URL: optional({
    ja: '利用者から見えるアドレス。メールのリンクはここから作る',
    en: 'Address that people see; links in mails are made from it',
    format: format.webOrigin,
    whenUnset: { ja: 'http://localhost:PORT', en: 'http://localhost:PORT' },
  }),
  SITE_NAME: setting({
    ja: '画面に出るサイトの名前',
    en: 'Name of the site, as its pages show it',
    format: format.shortName,
    default: '手続ポータル',
  }),
  SITE_NAME_EN: setting({
    ja: '英語の画面に出るサイトの名前',
    en: 'The same on English pages',
    format: format.shortName,
    default: 'Procedures Online',
  }),
  TRUST_PROXY: setting({
    ja: '接続元アドレスの申告を信じるプロキシ',
    en: 'Proxies whose word about the caller’s address counts',
    format: format.trustedProxies,
    default: false as false | number | readonly string[],
  }),
  ROLE: setting({
    ja: 'このプロセスの役割。画面と API（web）、ジョブ（worker）、両方（all）',
    en: 'What this process does: pages and API (web), jobs (worker) or both (all)',
    format: format.oneOf('all', 'web', 'worker'),
    default: 'all' as 'all' | 'web' | 'worker',
  }),
  DEMO: optional({
    ja: 'デモ用アカウントとメールボックス画面を用意する',
    en: 'Makes demo accounts and shows the mailbox page',
    format: format.yesOrNo,
    whenUnset: { ja: 'DATABASE_URL がないとき true', en: 'true when DATABASE_URL is not set' },
  }),
  DATA_DIR: setting({
    ja: 'データを置くフォルダー（同梱 PostgreSQL など）',
    en: 'Folder for data, such as the bundled PostgreSQL',
    format: format.path,
    default: './data',
  }),
  PROCEDURES_DIR: setting({
    ja: '起動時に読み込む手続のフォルダー',
    en: 'Folder of the procedures loaded at start',
    format: format.path,
    default: './procedures',
  }),
  DATABASE_URL: optional({
    ja: 'PostgreSQL の接続先',
    en: 'PostgreSQL to use',
    format: format.address('postgres:', 'postgresql:'),
    whenUnset: {
      ja: '同梱の PostgreSQL を DATA_DIR で動かす',
      en: 'the bundled PostgreSQL runs in DATA_DIR',
    },
  }),
  DB_POOL_SIZE: setting({
    ja: '1 プロセスが開くデータベース接続の上限',
    en: 'Most database connections of one process',
    format: format.wholeNumber(2, 200),
    default: 10,
  }),
  REDIS_URL: optional({
    ja: 'ジョブの待ち行列に使う Redis',
    en: 'Redis for the job queue',
    format: format.address('redis:', 'rediss:'),
    whenUnset: { ja: '待ち行列も PostgreSQL に置く', en: 'the queue is in PostgreSQL, too' },
  }),
  WORKER_CONCURRENCY: setting({
    ja: '1 プロセスが同時に進めるジョブの数',
    en: 'Jobs that one process works on at once',
    format: format.wholeNumber(1, 100),
    default: 5,
  }),
  SMTP_URL: optional({
    ja: 'メールを送る SMTP サーバー',
    en: 'SMTP server for outgoing mail',
    format: format.address('smtp:', 'smtps:'),
    whenUnset: { ja: '画面で読めるメールボックスに届ける', en: 'mail goes to a mailbox that a page shows' },
  }),
  MAIL_FROM: setting({
    ja: 'メールの差出人',
    en: 'Sender of mails',
    format: format.mailbox,
    default: '手続ポータル <no-reply@localhost>',
  }),
  MAIL_RATE: setting({
    ja: '1 秒あたりに送るメールの上限',
    en: 'Most mails sent in a second',
    format: format.wholeNumber(1, 1_000),
    default: 20,
  }),
  MAIL_DOMAIN_RATE: optional({
    ja: '1 秒あたりに送るメールの上限。携帯電話会社など、宛先のドメインごと',
    en: 'Most mails sent in a second to one domain, such as a mobile carrier’s',
    format: format.domainRates,
    whenUnset: { ja: 'ドメインごとの上限なし', en: 'no limit of its own for any domain' },
  }),
  BOUNCE_ADDRESS: optional({
    ja: '届かなかったメールの知らせを受けるアドレス。「+」付きの宛先も受け取れること',
    en: 'Address that reports of undelivered mails go to; it must take mails with a “+…” behind its name, too',
    format: format.mailAddress,
    whenUnset: {
      ja: '知らせは MAIL_FROM に届き、読まれない',
      en: 'reports go to MAIL_FROM, and are not read',
    },
  }),
  BOUNCE_MAILBOX_URL: optional({
    ja: 'BOUNCE_ADDRESS のメールボックス（POP3）。読んだメールは消す',
    en: 'Mailbox of BOUNCE_ADDRESS (POP3); mails that were read are deleted',
    format: format.address('pop3:', 'pop3s:'),
    whenUnset: { ja: '読みに行かない', en: 'none is read' },
  }),
  MAIL_EVENTS_SECRET: optional({
    ja: 'メール配信サービスからの通知（/api/mail-events）の署名を確かめる秘密',
    en: 'Secret that signs what a mail service tells us at /api/mail-events',
    format: format.sharedSecret,
    whenUnset: { ja: '通知は受け付けない', en: 'nothing is accepted there' },
  }),
  NOTICE_REMIND_DAYS: setting({
    ja: '通知書が開かれないとき、利用者にもう一度知らせ、職員に知らせるまでの日数',
    en: 'Days until an applicant is reminded of a document that was not opened, and officials are told',
    format: format.wholeNumber(1, 365),
    default: 7,
  }),
  NOTICE_POST_DAYS: setting({
    ja: '通知書が開かれないとき、郵送する通知に加えるまでの日数',
    en: 'Days until a document that was not opened is put among the letters to post',
    format: format.wholeNumber(1, 365),
    default: 14,
  }),
  SESSION_IDLE_MINUTES: setting({
    ja: '操作がないときにサインインが切れるまでの分数',
    en: 'Minutes without use until a sign-in ends',
    format: format.wholeNumber(1, 1_440),
    default: 60,
  }),
  SESSION_MAX_HOURS: setting({
    ja: '操作していてもサインインが切れるまでの時間数',
    en: 'Hours until a sign-in ends in any case',
    format: format.wholeNumber(1, 168),
    default: 12,
  }),
  ONE_TIME_CODES_FOR: optional({
    ja: 'サインインにワンタイムコードを必須とする職員',
    en: 'Officials who must sign in with a one-time code',
    format: format.peopleByRole,
    whenUnset: { ja: 'デモでは nobody、それ以外では all', en: 'nobody in a demo, otherwise all' },
  }),
  SECRETS_KEY: optional({
    ja: '保存する秘密（ワンタイムコードの鍵、口座）を暗号化する鍵。全プロセスで同じもの',
    en: 'Key that encrypts stored secrets (one-time codes, bank accounts); same for all processes',
    format: format.secretKey,
    whenUnset: {
      ja: 'DATA_DIR の secrets.key（なければ作る）',
      en: 'secrets.key in DATA_DIR, made when it is missing',
    },
  }),
  IDENTITY_PROVIDERS_FILE: optional({
    ja: '外部の認証サービス（OpenID Connect）の設定',
    en: 'Outside identity providers (OpenID Connect)',
    format: format.jsonFile,
    whenUnset: { ja: 'パスワードでのログインだけ', en: 'sign-in by password alone' },
  }),
  SIGNATURE_TRUST_FILE: optional({
    ja: '申請者の署名に使える証明書の認証局と失効情報',
    en: 'Whose certificates applicants may sign with, and where revocations are known',
    format: format.jsonFile,
    whenUnset: {
      ja: '署名は受け付けない。デモではテスト用の証明書だけ',
      en: 'no signatures; in a demo, those of a test authority',
    },
  }),
  NOTICE_SIGNING_FILE: optional({
    ja: '通知書に付ける電子署名の鍵、タイムスタンプ局、公印の印影',
    en: 'Keys that sign notices, the time stamp authority, and images of seals',
    format: format.jsonFile,
    whenUnset: {
      ja: '電子署名は付けない。デモではテスト用の証明書で付ける',
      en: 'notices are not signed; in a demo, by a test authority',
    },
  }),
  AUDIT_KEY_FILE: optional({
    ja: '監査記録の封印に署名する Ed25519 の秘密鍵（PEM）',
    en: 'Ed25519 private key, in PEM, that seals of the audit log are signed with',
    format: format.pemFile,
    whenUnset: { ja: '自分で作り、DATA_DIR/audit に置く', en: 'one is made and kept in DATA_DIR/audit' },
  }),
  AUDIT_ANCHOR_DIR: optional({
    ja: '監査記録の封印の控え（1日1行）を書くフォルダー。別の機械のものがよい',
    en: 'Folder for the anchors of the audit log, a line a day; better one of another machine',
    format: format.path,
    whenUnset: { ja: 'DATA_DIR/audit', en: 'DATA_DIR/audit' },
  }),
  AUDIT_ANCHOR_MAIL: optional({
    ja: '監査記録の封印の控えを毎日送るメールアドレス',
    en: 'Mail address that gets the anchor of the audit log each day',
    format: format.mailAddress,
    whenUnset: { ja: '送らない', en: 'none is mailed' },
  }),
  ATTACHMENT_MAX_MB: setting({
    ja: '添付ファイル 1 件の上限（MB）',
    en: 'Largest attachment, in megabytes',
    format: format.wholeNumber(1, 100),
    default: 10,
  }),
  EXPORT_KEEP_DAYS: setting({
    ja: '職員が作った書き出し（表のファイル）を取っておく日数',
    en: 'Days that tables exported by officials are kept',
    format: format.wholeNumber(1, 90),
    default: 7,
  }),
  PUBLISH_APPROVALS: setting({
    ja: '手続の公開に必要な承認者の人数（申請した人と最後に変更した人を除く）',
    en: 'How many must agree before a procedure is published, besides whoever asks and changed it last',
    format: format.wholeNumber(1, 5),
    default: 1,
  }),
  SHUTDOWN_SECONDS: setting({
    ja: '停止時に処理中の要求とジョブを待つ秒数',
    en: 'Seconds that a stop waits for requests and jobs under way',
    format: format.wholeNumber(1, 300),
    default: 10,
  }),
  LOG_LEVEL: setting({
    ja: 'ログの詳しさ',
    en: 'How much is logged',
    format: format.oneOf('silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'),
    default: 'info' as 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
  }),
};

export type SettingName = keyof typeof settings;

/** Value of every setting; one without a value and without a default is `undefined`. */
export type SettingValues = {
  readonly [Name in SettingName]: (typeof settings)[Name] extends Setting<infer T, infer D> ? T | D : never;
};
