import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Static, Type } from '@sinclair/typebox';
import type { ConfigProblem } from './config-error.js';
import { readSettingsFile } from './settings-file.js';

const key = 'IDENTITY_PROVIDERS_FILE';
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

const Provider = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,30}$' }),
    profile: Type.Union([Type.Literal('digital-auth-app'), Type.Literal('gbizid'), Type.Literal('generic')]),
    issuer: Type.Optional(text(300)),
    title: Type.Optional(Type.Object({ ja: text(60), en: text(60) }, { additionalProperties: false })),
    clientId: text(300),
    clientSecretFile: Type.Optional(text(1_000)),
    clientSecretVariable: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,60}$' })),
    privateKeyFile: Type.Optional(text(1_000)),
    privateKeyId: Type.Optional(text(300)),
    scopes: Type.Optional(Type.Array(text(100), { minItems: 1, maxItems: 30 })),
    acr: Type.Optional(Type.Array(text(200), { maxItems: 10 })),
    endpoints: Type.Optional(
      Type.Object(
        { authorization: text(500), token: text(500), userinfo: text(500), jwks: text(500) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
const ProvidersFile = Type.Object(
  { $schema: Type.Optional(Type.String()), providers: Type.Array(Provider, { maxItems: 20 }) },
  { additionalProperties: false },
);

/** One outside identity provider, as it stands in the file; secrets are read from where the file says they are. */
export interface IdentityProviderSettings {
  /** Stands in addresses: `/api/identity/:provider/…`. */
  readonly id: string;
  readonly profile: Static<typeof Provider>['profile'];
  /** `undefined`: the one of the profile. */
  readonly issuer: string | undefined;
  readonly title: { readonly ja: string; readonly en: string } | undefined;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** PEM, PKCS#8. */
  readonly privateKey: string | undefined;
  readonly privateKeyId: string | undefined;
  readonly scopes: readonly string[] | undefined;
  /** Levels of authentication that are enough; empty: any. */
  readonly acr: readonly string[] | undefined;
  readonly endpoints: Static<typeof Provider>['endpoints'];
}

/**
 * Reads the file of identity providers.
 *
 * @param insecureLoopback lets an issuer be `http://127.0.0.1:…`, for trials on one machine
 */
export function readIdentityProviders(
  path: string | undefined,
  env: NodeJS.ProcessEnv,
  insecureLoopback: boolean,
  problems: ConfigProblem[],
): readonly IdentityProviderSettings[] {
  if (path === undefined) return [];
  const file = readSettingsFile(key, path, ProvidersFile, problems);
  if (file === null) return [];
  const add = (where: string, ja: string, en: string): void => {
    problems.push({ key, ja: `${where}: ${ja}`, en: `${where}: ${en}` });
  };
  const seen = new Set<string>();
  return file.providers.map((given, index) => {
    const where = `providers/${index}`;
    if (seen.has(given.id)) add(`${where}/id`, '同じ id がほかにもあります', 'another provider has this id');
    seen.add(given.id);
    if (given.profile === 'generic' && given.issuer === undefined) {
      add(`${where}/issuer`, 'generic では必要です', 'is needed with the profile generic');
    }
    for (const [name, url] of [['issuer', given.issuer] as const, ...Object.entries(given.endpoints ?? {})]) {
      if (url !== undefined && !isSecureUrl(url, insecureLoopback)) {
        add(
          `${where}/${name}`,
          'https:// で始まる URL にしてください',
          'must be a URL that begins with https://',
        );
      }
    }
    const secret = (name: string, file: string | undefined): string | undefined => {
      if (file === undefined) return undefined;
      try {
        return readFileSync(resolve(dirname(path), file), 'utf8').trim();
      } catch {
        add(`${where}/${name}`, 'ファイルを読めません', 'the file cannot be read');
        return undefined;
      }
    };
    const variable = given.clientSecretVariable;
    const clientSecret =
      secret('clientSecretFile', given.clientSecretFile) ??
      (variable === undefined ? undefined : env[variable]?.trim());
    const privateKey = secret('privateKeyFile', given.privateKeyFile);
    if (given.profile === 'digital-auth-app' && given.privateKeyFile === undefined) {
      add(`${where}/privateKeyFile`, '必要です', 'is needed');
    } else if (!clientSecret && !privateKey && given.privateKeyFile === undefined) {
      add(
        where,
        'clientSecretFile、clientSecretVariable、privateKeyFile のいずれかが必要です',
        'needs clientSecretFile, clientSecretVariable or privateKeyFile',
      );
    }
    return {
      id: given.id,
      profile: given.profile,
      issuer: given.issuer,
      title: given.title,
      clientId: given.clientId,
      clientSecret,
      privateKey,
      privateKeyId: given.privateKeyId,
      scopes: given.scopes,
      acr: given.acr,
      endpoints: given.endpoints,
    };
  });
}

export function isSecureUrl(text: string, insecureLoopback: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (insecureLoopback && protocol === 'http:' && hostname === '127.0.0.1');
}
