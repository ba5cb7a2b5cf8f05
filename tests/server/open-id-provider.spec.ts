import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readIdentityProviders } from '../../src/config/identity-providers.js';
import { type IdentityRequest, OpenIdProvider } from '../../src/identity/open-id-provider.js';
import { freePort } from '../support/ports.js';
import { type IdentityWorld, startIdentityWorld } from './support/identity-world.js';

const origin = 'http://localhost:8080';

let world: IdentityWorld;
let card: OpenIdProvider;
let biz: OpenIdProvider;
beforeAll(async () => {
  world = await startIdentityWorld(origin);
  world.claims.taro = {
    name: '髙﨑　太郎',
    address: '大阪市中央区大手前２',
    birthdate: '19850315',
    gender: '1',
  };
  world.claims.naniwa = {
    account_type: '2',
    corp_type: '1',
    corporate_number: '7123456789012',
    name: '株式会社なにわ酒場',
    prefecture_name: '大阪府',
    address1: '大阪市北区',
    user_last_nm: '難波',
    user_first_nm: '花子',
  };
  const problems: never[] = [];
  const [first, second] = readIdentityProviders(world.env.IDENTITY_PROVIDERS_FILE, {}, true, problems);
  if (!first || !second) throw new Error(JSON.stringify(problems));
  card = new OpenIdProvider(first, `${origin}/api/identity/card/callback`);
  biz = new OpenIdProvider(second, `${origin}/api/identity/biz/callback`);
});
afterAll(() => world.stop());

async function begun(provider: OpenIdProvider): Promise<IdentityRequest> {
  const outcome = await provider.begin();
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function finished(provider: OpenIdProvider, change: Partial<IdentityRequest> = {}) {
  const request = await begun(provider);
  return provider.finish(await world.visit(request.url), { ...request, ...change });
}

describe('an outside identity provider', () => {
  it('says who is there, by a card: state, nonce, PKCE, a signed client, the level that was asked for', async () => {
    world.who = { id: 'taro', acr: 'aal3' };
    const { searchParams } = new URL((await begun(card)).url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid name address birthdate gender',
      acr_values: 'aal3 crl',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost:8080/api/identity/card/callback',
    });
    expect(await finished(card)).toEqual({
      ok: true,
      value: {
        issuer: world.issuer,
        subject: expect.stringMatching(/^[0-9a-f]{64}$/),
        acr: 'aal3',
        profile: {
          name: '髙﨑　太郎',
          birth_date: '1985-03-15',
          sex: 'male',
          address: '大阪市中央区大手前２',
        },
        proven: true,
      },
    });
  });

  it('says who is there, for a business: the claims come from userinfo alone', async () => {
    world.who = { id: 'naniwa', acr: 'aal1' };
    expect(await finished(biz)).toMatchObject({
      value: {
        subject: 'naniwa',
        profile: {
          name: '株式会社なにわ酒場',
          corporate_number: '7123456789012',
          address: '大阪府大阪市北区',
          contact_name: '難波　花子',
        },
        proven: true,
      },
    });
  });

  it.each([
    ['another nonce', { nonce: 'x' }],
    ['another state', { state: 'x' }],
    ['another verifier', { codeVerifier: 'x'.repeat(43) }],
  ])('is not believed with %s', async (_, change) => {
    world.who = { id: 'taro', acr: 'aal3' };
    expect(await finished(card, change)).toMatchObject({ ok: false, code: 'identity-not-proven' });
  });

  it('is not believed when its code comes a second time', async () => {
    world.who = { id: 'taro', acr: 'aal3' };
    const request = await begun(card);
    const back = await world.visit(request.url);
    expect(await card.finish(back, request)).toMatchObject({ ok: true });
    expect(await card.finish(back, request)).toMatchObject({ code: 'identity-not-proven' });
  });

  it('is not believed when the answer names another issuer', async () => {
    world.who = { id: 'taro', acr: 'aal3' };
    const request = await begun(card);
    const back = await world.visit(request.url);
    back.searchParams.set('iss', 'https://elsewhere.example');
    expect(await card.finish(back, request)).toMatchObject({ code: 'identity-not-proven' });
  });

  it('is not enough with a lower level than the procedure of the service', async () => {
    world.who = { id: 'taro', acr: 'aal1' };
    expect(await finished(card)).toMatchObject({ ok: false, code: 'identity-too-weak' });
  });

  it('may be left without signing in', async () => {
    world.who = null;
    expect(await finished(card)).toMatchObject({ ok: false, code: 'identity-denied' });
  });

  it('may be away', async () => {
    const [settings] = readIdentityProviders(world.env.IDENTITY_PROVIDERS_FILE, {}, true, []);
    if (!settings) throw new Error('No provider.');
    const issuer = `http://127.0.0.1:${await freePort()}`;
    const away = new OpenIdProvider({ ...settings, profile: 'gbizid', issuer, endpoints: undefined }, origin);
    expect(await away.begin()).toMatchObject({ ok: false, code: 'identity-provider-away' });
  });
});
