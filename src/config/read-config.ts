import { join, resolve } from 'node:path';
import { readAuditKey } from './audit-key.js';
import { ConfigError, type ConfigProblem } from './config-error.js';
import { type IdentityProviderSettings, readIdentityProviders } from './identity-providers.js';
import { nearestName } from './nearest-name.js';
import { type NoticeSigningSettings, readNoticeSigning } from './notice-signing.js';
import { readSignatureTrust, type SignatureTrustSettings } from './signature-trust.js';
import { type SettingName, settings, type SettingValues } from './settings.js';

/** How this process runs; everything comes from the environment, and from nowhere else. */
export interface Config {
  readonly role: SettingValues['ROLE'];
  readonly demo: boolean;
  /** What the site is called, in either language. */
  readonly siteName: Readonly<Record<'ja' | 'en', string>>;
  readonly logLevel: SettingValues['LOG_LEVEL'];
  /** Absolute paths. */
  readonly dataDir: string;
  readonly proceduresDir: string;
  /** How long a stop waits for what is under way, in milliseconds. */
  readonly shutdownMs: number;
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Origin without a slash at its end, e.g. `https://tetsuzuki.example.lg.jp`. */
    readonly publicUrl: string;
    readonly trustProxy: false | number | readonly string[];
    readonly attachmentMaxBytes: number;
  };
  readonly database: {
    /** `undefined`: the bundled PostgreSQL is to be started. */
    readonly url: string | undefined;
    readonly poolSize: number;
    /** Folders, as in PATH, where an installed PostgreSQL is looked for when npm brought none. */
    readonly searchPath: string;
  };
  readonly jobs: {
    /** `undefined`: the queue is in PostgreSQL. */
    readonly redisUrl: string | undefined;
    readonly concurrency: number;
  };
  readonly mail: {
    /** `undefined`: mail goes to the built-in mailbox. */
    readonly smtpUrl: string | undefined;
    readonly from: string;
    readonly perSecond: number;
    /** Domain in lower case → most mails in a second. */
    readonly perDomain: ReadonlyMap<string, number>;
    /** Where reports of undelivered mails go, and where they are read. */
    readonly bounceAddress: string | undefined;
    readonly bounceMailboxUrl: string | undefined;
    /** Signs what a mail service tells us; `undefined`: nothing is taken from one. */
    readonly eventsSecret: string | undefined;
  };
  /** What happens to documents that nobody opens, by days since they were ready. */
  readonly unopened: { readonly remindDays: number; readonly postDays: number };
  readonly session: {
    readonly idleMs: number;
    readonly maxMs: number;
  };
  /** How long an exported table is kept, in milliseconds. */
  readonly exportKeepMs: number;
  /** How many must agree before a procedure is published. */
  readonly publishApprovals: number;
  /** Officials who must sign in with a one-time code: everybody, or those with one of these roles. */
  readonly codesRequiredOf: 'all' | readonly string[];
  /** Encrypts stored secrets; null: a key in the data folder does. */
  readonly secretsKey: Buffer | null;
  /** Outside identity providers, in the order of the sign-in screen. */
  readonly identityProviders: readonly IdentityProviderSettings[];
  /** `null`: applicants cannot sign, but in a demo. */
  readonly signatureTrust: SignatureTrustSettings | null;
  /** `null`: notices are not signed, but in a demo. */
  readonly noticeSigning: NoticeSigningSettings | null;
  /** Of the sealed log. Absolute paths. */
  readonly audit: {
    /** `null`: a key of our own under `dataDir`. */
    readonly keyFile: string | null;
    readonly anchorDir: string;
    readonly anchorMail: string | undefined;
  };
}

/**
 * Reads every setting once, at start.
 * @throws ConfigError naming all settings that are wrong, and names that are nearly those of settings
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: ConfigProblem[] = [];
  const values = readValues(env, problems);
  problems.push(...misspelt(env));
  if (values.SESSION_IDLE_MINUTES > values.SESSION_MAX_HOURS * 60) {
    problems.push({
      key: 'SESSION_IDLE_MINUTES',
      ja: 'SESSION_MAX_HOURS より長くできません',
      en: 'cannot be longer than SESSION_MAX_HOURS',
    });
  }
  if (values.NOTICE_POST_DAYS < values.NOTICE_REMIND_DAYS) {
    problems.push({
      key: 'NOTICE_POST_DAYS',
      ja: 'NOTICE_REMIND_DAYS より短くできません',
      en: 'cannot be shorter than NOTICE_REMIND_DAYS',
    });
  }
  const demo = values.DEMO ?? values.DATABASE_URL === undefined;
  const identityProviders = readIdentityProviders(values.IDENTITY_PROVIDERS_FILE, env, demo, problems);
  const signatureTrust = readSignatureTrust(values.SIGNATURE_TRUST_FILE, problems);
  const noticeSigning = readNoticeSigning(values.NOTICE_SIGNING_FILE, problems);
  const keyFile = readAuditKey(values.AUDIT_KEY_FILE, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    role: values.ROLE,
    demo,
    siteName: { ja: values.SITE_NAME, en: values.SITE_NAME_EN },
    logLevel: values.LOG_LEVEL,
    dataDir: resolve(values.DATA_DIR),
    proceduresDir: resolve(values.PROCEDURES_DIR),
    shutdownMs: values.SHUTDOWN_SECONDS * 1_000,
    http: {
      host: values.HOST,
      port: values.PORT,
      publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
      trustProxy: values.TRUST_PROXY,
      attachmentMaxBytes: values.ATTACHMENT_MAX_MB * 1_000_000,
    },
    database: { url: values.DATABASE_URL, poolSize: values.DB_POOL_SIZE, searchPath: env.PATH ?? '' },
    jobs: { redisUrl: values.REDIS_URL, concurrency: values.WORKER_CONCURRENCY },
    mail: {
      smtpUrl: values.SMTP_URL,
      from: values.MAIL_FROM,
      perSecond: values.MAIL_RATE,
      perDomain: values.MAIL_DOMAIN_RATE ?? new Map(),
      bounceAddress: values.BOUNCE_ADDRESS,
      bounceMailboxUrl: values.BOUNCE_MAILBOX_URL,
      eventsSecret: values.MAIL_EVENTS_SECRET,
    },
    unopened: { remindDays: values.NOTICE_REMIND_DAYS, postDays: values.NOTICE_POST_DAYS },
    session: {
      idleMs: values.SESSION_IDLE_MINUTES * 60_000,
      maxMs: values.SESSION_MAX_HOURS * 3_600_000,
    },
    exportKeepMs: values.EXPORT_KEEP_DAYS * 86_400_000,
    publishApprovals: values.PUBLISH_APPROVALS,
    codesRequiredOf: values.ONE_TIME_CODES_FOR ?? (demo ? [] : 'all'),
    secretsKey: values.SECRETS_KEY ?? null,
    identityProviders,
    signatureTrust,
    noticeSigning,
    audit: {
      keyFile,
      anchorDir: resolve(values.AUDIT_ANCHOR_DIR ?? join(values.DATA_DIR, 'audit')),
      anchorMail: values.AUDIT_ANCHOR_MAIL,
    },
  };
}

function readValues(env: NodeJS.ProcessEnv, problems: ConfigProblem[]): SettingValues {
  const entries = Object.entries(settings).map(([key, { format, default: fallback }]) => {
    const text = env[key]?.trim();
    // `KEY=` in a compose file means "not set".
    if (!text) return [key, fallback];
    const value = format.read(text);
    if (value === undefined) problems.push({ key, ja: `${format.ja}で指定してください`, en: format.en });
    return [key, value ?? fallback];
  });
  return Object.fromEntries(entries) as SettingValues;
}

/** Names that are nearly a setting's. Where that setting has a value, too, the other name has some other purpose. */
function misspelt(env: NodeJS.ProcessEnv): ConfigProblem[] {
  const known = Object.keys(settings) as SettingName[];
  return Object.keys(env)
    .filter((key) => !Object.hasOwn(settings, key))
    .flatMap((key) => {
      const meant = nearestName(key, known);
      if (meant === undefined || env[meant]) return [];
      return [{ key, ja: `${meant} の誤りではありませんか`, en: `did you mean ${meant}?` }];
    })
    .sort((a, b) => a.key.localeCompare(b.key));
}
