import { isIP } from 'node:net';

/** One way of writing a setting: what it looks like, in words, and how it is read. */
export interface Format<T> {
  readonly ja: string;
  readonly en: string;
  /** @returns `undefined` when the text is not of this format */
  read(text: string): T | undefined;
}

export function wholeNumber(min: number, max: number): Format<number> {
  return {
    ja: `${min}〜${max} の整数`,
    en: `whole number, ${min} to ${max}`,
    read: (text) => {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
      return value >= min && value <= max ? value : undefined;
    },
  };
}

export const yesOrNo: Format<boolean> = {
  ja: 'true または false',
  en: 'true or false',
  read: (text) => ({ true: true, false: false })[text],
};

export function oneOf<T extends string>(...choices: readonly T[]): Format<T> {
  return {
    ja: `${choices.join('、')} のいずれか`,
    en: `one of ${choices.join(', ')}`,
    read: (text) => choices.find((choice) => choice === text),
  };
}

/** @param schemes e.g. `['redis:', 'rediss:']` */
export function address(...schemes: readonly string[]): Format<string> {
  const looks = schemes.map((scheme) => `${scheme}//…`);
  return {
    ja: `${looks.join(' または ')} の形の URL`,
    en: `URL: ${looks.join(' or ')}`,
    read: (text) => {
      const url = parseUrl(text);
      if (!url || !schemes.includes(url.protocol)) return undefined;
      // A socket's folder stands in the query: postgres:///name?host=/run/postgresql
      return url.hostname !== '' || url.searchParams.has('host') ? text : undefined;
    },
  };
}

/** Scheme, host and port alone: links are made by putting a path behind it. */
export const webOrigin: Format<string> = {
  ja: 'https://… または http://… の形で、パスのない URL',
  en: 'URL without a path: https://… or http://…',
  read: (text) => {
    const url = parseUrl(text);
    const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username;
    return bare && ['http:', 'https:'].includes(url.protocol) ? url.origin : undefined;
  },
};

export const hostName: Format<string> = {
  ja: 'IP アドレスまたはホスト名',
  en: 'IP address or host name',
  read: (text) => (/^[\w.:-]{1,253}$/.test(text) ? text : undefined),
};

export const path: Format<string> = {
  ja: 'フォルダーのパス',
  en: 'path of a folder',
  read: (text) => (text.includes('\0') ? undefined : text),
};

export const jsonFile: Format<string> = {
  ja: 'JSON ファイルのパス',
  en: 'path of a JSON file',
  read: path.read,
};

export const pemFile: Format<string> = {
  ja: 'PEM ファイルのパス',
  en: 'path of a PEM file',
  read: path.read,
};

export const shortName: Format<string> = {
  ja: '1〜40文字',
  en: '1 to 40 characters',
  read: (raw) => {
    const name = raw.trim();
    return name !== '' && [...name].length <= 40 && !/\p{Cc}/u.test(name) ? name : undefined;
  },
};

export const mailAddress: Format<string> = {
  ja: 'メールアドレス',
  en: 'mail address',
  read: (text) => (/^[^\s<>@,;]+@[^\s<>@,;]+$/.test(text) ? text : undefined),
};

/** `docomo.ne.jp=5,ezweb.ne.jp=5`: mails in a second by domain, in lower case. */
export const domainRates: Format<ReadonlyMap<string, number>> = {
  ja: 'ドメイン=1秒あたりの通数 のカンマ区切り（例: docomo.ne.jp=5,ezweb.ne.jp=5）',
  en: 'domain=mails in a second, with commas, such as docomo.ne.jp=5,ezweb.ne.jp=5',
  read: (text) => {
    const pairs = text.split(',').map((part) => /^\s*([a-z0-9.-]{1,253})\s*=\s*(\d{1,4})\s*$/i.exec(part));
    const rates = pairs.map((pair) => [pair?.[1]?.toLowerCase() ?? '', Number(pair?.[2] ?? 0)] as const);
    return rates.every(([domain, rate]) => domain.includes('.') && rate > 0) ? new Map(rates) : undefined;
  },
};

/** Of at least 32 characters; as of openssl rand -hex 32. */
export const sharedSecret: Format<string> = {
  ja: '32 文字以上の文字列（例: openssl rand -hex 32）',
  en: 'text of 32 characters or more, as of openssl rand -hex 32',
  read: (text) => (/^[\x21-\x7e]{32,200}$/.test(text) ? text : undefined),
};

/** `name <a@b.jp>` or the bare address; a line break would let a setting write mail headers. */
export const mailbox: Format<string> = {
  ja: '「名称 <アドレス>」またはアドレスのみ',
  en: '"name <address>" or the address alone',
  read: (text) =>
    /^(?:[^<>\r\n]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text) ? text : undefined,
};

/**
 * Whose word about the caller's address counts. There is no `true`: trusting everyone lets a caller choose the
 * address that limits and records are kept by.
 */
export const trustedProxies: Format<false | number | readonly string[]> = {
  ja: 'false、手前のプロキシの段数（1〜10）、またはプロキシの IP アドレスか CIDR のカンマ区切り',
  en: 'false, the number of proxies in front (1 to 10), or their IP addresses or CIDR ranges with commas',
  read: (text) => {
    if (text === 'false') return false;
    const hops = wholeNumber(1, 10).read(text);
    if (hops !== undefined) return hops;
    const ranges = text.split(',').map((part) => part.trim());
    return ranges.every(isAddressRange) ? ranges : undefined;
  },
};

/** 32 random bytes. */
export const secretKey: Format<Buffer> = {
  ja: '32 バイトの Base64（例: openssl rand -base64 32）',
  en: '32 bytes in Base64, as of openssl rand -base64 32',
  read: (text) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === 32 && bytes.toString('base64') === text ? bytes : undefined;
  },
};

/** `nobody`, `all`, or names of roles; a role of any procedure or of the office. */
export const peopleByRole: Format<'all' | readonly string[]> = {
  ja: 'nobody、all、または役割の名前のカンマ区切り（例: administrator,approver）',
  en: 'nobody, all, or names of roles with commas, such as administrator,approver',
  read: (text) => {
    if (text === 'nobody') return [];
    if (text === 'all') return 'all';
    const names = text.split(',').map((name) => name.trim());
    return names.every((name) => /^[\p{L}][\p{L}\p{N}_]{0,62}$/u.test(name)) ? names : undefined;
  },
};

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isAddressRange(text: string): boolean {
  const [ip = '', bits, ...rest] = text.split('/');
  const family = isIP(ip);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || wholeNumber(0, family === 4 ? 32 : 128).read(bits) !== undefined;
}
