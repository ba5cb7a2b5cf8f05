import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Provider } from 'oidc-provider';
import { freePort } from '../../support/ports.js';

type Claims = Readonly<Record<string, unknown>>;

/** A real OpenID provider in this process, with a client of the one kind and one of the other. */
export interface IdentityWorld {
  readonly issuer: string;
  /** Setting that names a file in which both clients stand: `card` (デジタル認証アプリ) and `biz` (gBizID). */
  readonly env: Readonly<Record<string, string>>;
  /** Who signs in there next, with which level; null: whoever it is leaves without. */
  who: { readonly id: string; readonly acr: string } | null;
  /** What the provider says of each of its people. */
  readonly claims: Record<string, Claims>;
  /** Walks through the provider as a browser does, up to the address of ours that it leads back to. */
  visit(url: string): Promise<URL>;
  stop(): Promise<void>;
}

const jwk = (key: KeyObject, more: object) => ({ ...key.export({ format: 'jwk' }), ...more });

/** Jest's own is of another realm, and the provider does not take objects of another realm for plain ones. */
globalThis.structuredClone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** @param origin where the application under test says it is */
export async function startIdentityWorld(origin: string): Promise<IdentityWorld> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const ec = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [house, client] = [ec(), ec()];
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const callback = (id: string) => `${origin}/api/identity/${id}/callback`;
  const world: Pick<IdentityWorld, 'who' | 'claims'> = { who: null, claims: {} };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'card-client',
        redirect_uris: [callback('card')],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        id_token_signed_response_alg: 'ES256',
        subject_type: 'pairwise',
        jwks: { keys: [jwk(client.publicKey, { kid: 'rp', use: 'sig', alg: 'ES256' })] as never },
      },
      {
        client_id: 'biz-client',
        client_secret: 'a-secret-that-only-these-two-know',
        redirect_uris: [callback('biz')],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'RS256',
      },
    ],
    jwks: {
      keys: [
        jwk(house.privateKey, { kid: 'ec', use: 'sig', alg: 'ES256' }),
        jwk(rsa.privateKey, { kid: 'rsa', use: 'sig', alg: 'RS256' }),
      ] as never,
    },
    subjectTypes: ['pairwise', 'public'],
    pairwiseIdentifier: (_ctx, account, { clientId }) =>
      createHash('sha256').update(`${account}|${clientId}`).digest('hex'),
    scopes: ['openid', 'name', 'address', 'birthdate', 'gender', 'profile', 'user', 'email'],
    claims: {
      openid: ['sub'],
      name: ['name'],
      address: ['address'],
      birthdate: ['birthdate'],
      gender: ['gender'],
      profile: ['account_type', 'corp_type', 'corporate_number', 'name', 'prefecture_name', 'address1'],
      user: ['user_last_nm', 'user_first_nm'],
      email: ['email'],
      acr: null,
    },
    acrValues: ['aal3', 'aal1', 'crl'],
    clientAuthMethods: ['private_key_jwt', 'client_secret_basic'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, userinfo: { enabled: true } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['test'] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256', 'RS256'], clientAuthSigningAlgValues: ['ES256'] },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...world.claims[id] }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope('openid name address birthdate gender profile user email');
      grant.addOIDCClaims(['acr']);
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 300,
      IdToken: 300,
      Interaction: 300,
      Session: 300,
    },
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    const { who } = world;
    const result =
      who === null
        ? { error: 'access_denied', error_description: 'left' }
        : { login: { accountId: who.id, acr: who.acr } };
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-identity-'));
  const file = join(folder, 'providers.json');
  writeFileSync(
    join(folder, 'client.pem'),
    client.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  );
  writeFileSync(join(folder, 'biz.secret'), 'a-secret-that-only-these-two-know\n');
  const endpoints = {
    authorization: `${issuer}/auth`,
    token: `${issuer}/token`,
    userinfo: `${issuer}/me`,
    jwks: `${issuer}/jwks`,
  };
  const providers = [
    {
      id: 'card',
      profile: 'digital-auth-app',
      issuer,
      endpoints,
      clientId: 'card-client',
      privateKeyFile: 'client.pem',
      privateKeyId: 'rp',
    },
    { id: 'biz', profile: 'gbizid', issuer, clientId: 'biz-client', clientSecretFile: 'biz.secret' },
  ];
  writeFileSync(file, JSON.stringify({ providers }));

  return {
    ...world,
    get who() {
      return world.who;
    },
    set who(next) {
      world.who = next;
    },
    issuer,
    env: { IDENTITY_PROVIDERS_FILE: file },
    visit: (url) => walk(new URL(url), issuer),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function walk(from: URL, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = from;
  for (let step = 0; step < 10 && url.origin === issuer; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null)
      throw new Error(
        `${response.status} ${(await response.text()).replace(/<style>[^]*<\/style>/, '').slice(-700)}`,
      );
    url = new URL(next, url);
  }
  return url;
}
