import { createPrivateKey, webcrypto } from 'node:crypto';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  type ClientMetadata,
  clockTolerance,
  Configuration,
  discovery,
  fetchUserInfo,
  modifyAssertion,
  PrivateKeyJwt,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import type { IdentityProviderSettings } from '../config/identity-providers.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { type IdentityProfile, identityProfiles } from './identity-profiles.js';
import type { ProvenProfile } from './proven-profile.js';

/** What leads to a provider, and what has to be kept until somebody comes back from there. */
export interface IdentityRequest {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who a provider says is there. Issuer and subject together are somebody's name for good; nothing else is. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly acr: string | null;
  readonly profile: ProvenProfile;
  /** The service itself saw who it is. */
  readonly proven: boolean;
}

/** Seconds that a provider may take for one answer. */
const patience = 5;

/** One outside identity provider: authorization code with PKCE, state and nonce, whatever the service asks for. */
export class OpenIdProvider {
  readonly id: string;
  readonly kind: IdentityProfile['kind'];
  readonly title: IdentityProfile['title'];
  private readonly profile: IdentityProfile;
  private readonly issuer: string;
  private readonly acr: readonly string[];
  private client: Promise<Configuration> | null = null;

  constructor(
    private readonly settings: IdentityProviderSettings,
    readonly redirectUri: string,
  ) {
    this.profile = identityProfiles[settings.profile];
    this.id = settings.id;
    this.kind = this.profile.kind;
    this.title = settings.title ?? this.profile.title;
    this.issuer = settings.issuer ?? this.profile.issuer ?? '';
    this.acr = settings.acr ?? this.profile.acr;
  }

  /** The part of what it says that it has examined itself; nothing where it has not. */
  provenPart({
    proven,
    profile,
  }: Pick<ProvenIdentity, 'proven' | 'profile'>): Readonly<Record<string, string>> {
    if (!proven) return {};
    return Object.fromEntries(
      this.profile.provenFields.flatMap((field) => {
        const value = profile[field];
        return value === undefined ? [] : [[field, value]];
      }),
    );
  }

  async begin(): Promise<Outcome<IdentityRequest>> {
    try {
      const client = await this.open();
      const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const acrValues = this.settings.acr?.join(' ') ?? this.profile.acrValues;
      const url = buildAuthorizationUrl(client, {
        redirect_uri: this.redirectUri,
        scope: (this.settings.scopes ?? this.profile.scopes).join(' '),
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(acrValues ? { acr_values: acrValues } : {}),
      });
      return done({ url: url.href, state, nonce, codeVerifier });
    } catch (error) {
      return refusalOf(error);
    }
  }

  /**
   * @param callback the address that somebody came back to, with what the provider wrote into it
   * @param kept what `begin` gave
   */
  async finish(
    callback: URL,
    kept: Pick<IdentityRequest, 'state' | 'nonce' | 'codeVerifier'>,
  ): Promise<Outcome<ProvenIdentity>> {
    try {
      const client = await this.open();
      const tokens = await authorizationCodeGrant(client, callback, {
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        pkceCodeVerifier: kept.codeVerifier,
        idTokenExpected: true,
      });
      const token = tokens.claims();
      if (token === undefined) return refuse('identity-not-proven');
      const acr = typeof token.acr === 'string' ? token.acr : null;
      if (this.acr.length > 0 && !(acr !== null && this.acr.includes(acr))) {
        return refuse('identity-too-weak');
      }
      // The subject must be the same; otherwise the answer is about somebody else.
      const claims = { ...token, ...(await fetchUserInfo(client, tokens.access_token, token.sub)) };
      return done({
        issuer: token.iss,
        subject: token.sub,
        acr,
        profile: this.profile.read(claims),
        proven: this.profile.isProven(claims),
      });
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** A provider that was away when it was first asked is asked anew. */
  private open(): Promise<Configuration> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = null;
      throw error;
    });
    return this.client;
  }

  private async connect(): Promise<Configuration> {
    const { settings, issuer, profile } = this;
    const metadata: Partial<ClientMetadata> = {
      redirect_uris: [this.redirectUri],
      id_token_signed_response_alg: profile.idTokenAlgorithm,
      [clockTolerance]: 30,
    };
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    const endpoints = settings.endpoints ?? profile.endpoints(issuer);
    if (!endpoints) {
      const client = await this.authentication(null);
      return discovery(new URL(issuer), settings.clientId, metadata, client, { execute, timeout: patience });
    }
    const client = new Configuration(
      {
        issuer,
        authorization_endpoint: endpoints.authorization,
        token_endpoint: endpoints.token,
        userinfo_endpoint: endpoints.userinfo,
        jwks_uri: endpoints.jwks,
      },
      settings.clientId,
      metadata,
      await this.authentication(endpoints.token),
    );
    client.timeout = patience;
    for (const change of execute) change(client);
    return client;
  }

  private async authentication(tokenEndpoint: string | null): Promise<ClientAuth> {
    const { clientSecret, privateKey, privateKeyId } = this.settings;
    if (privateKey === undefined) return ClientSecretBasic(clientSecret);
    const key = await importKey(privateKey);
    return PrivateKeyJwt(privateKeyId === undefined ? key : { key, kid: privateKeyId }, {
      [modifyAssertion]: (_header, payload) => {
        if (this.profile.assertionAudience === 'token' && tokenEndpoint !== null) payload.aud = tokenEndpoint;
      },
    });
  }
}

/** EC P-256 signs as ES256, RSA as RS256. */
async function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const key = createPrivateKey(pem);
  const algorithm =
    key.asymmetricKeyType === 'ec'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const jwk = key.export({ format: 'jwk' }) as webcrypto.JsonWebKey;
  return webcrypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
}

/** Who says no at the provider, who cannot be reached, and everything that was not as it must be. */
function refusalOf(error: unknown): ReturnType<typeof refuse> {
  if (error instanceof AuthorizationResponseError) {
    const away = ['server_error', 'temporarily_unavailable'].includes(error.error);
    return refuse(away ? 'identity-provider-away' : 'identity-denied');
  }
  if (error instanceof ResponseBodyError) {
    return refuse(error.status >= 500 ? 'identity-provider-away' : 'identity-not-proven');
  }
  if (error instanceof ClientError) {
    const away = error.code === 'OAUTH_TIMEOUT' || isNetworkFailure(error.cause);
    return refuse(
      away || error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
        ? 'identity-provider-away'
        : 'identity-not-proven',
    );
  }
  if (isNetworkFailure(error)) return refuse('identity-provider-away');
  throw error;
}

/** `fetch` throws a TypeError for everything that kept an answer from coming. */
function isNetworkFailure(error: unknown): boolean {
  return (error as Error | undefined)?.name === 'TypeError' && 'cause' in (error as Error);
}
