import type { IdentityProviderSettings } from '../config/identity-providers.js';
import {
  addressOf,
  type Claims,
  corporateNumberOf,
  dateOf,
  joined,
  type ProvenProfile,
  sexOf,
  textOf,
  withoutGaps,
} from './proven-profile.js';

/** What kind of service a provider is: what it asks for, how it answers, and what its word is worth. */
export interface IdentityProfile {
  readonly title: { readonly ja: string; readonly en: string };
  readonly issuer: string | null;
  /** As whom somebody registers who comes from there. */
  readonly kind: 'individual' | 'business';
  readonly idTokenAlgorithm: 'ES256' | 'RS256';
  readonly scopes: readonly string[];
  /** Sent as `acr_values`; null: nothing is asked. */
  readonly acrValues: string | null;
  /** Levels that are enough; empty: any. */
  readonly acr: readonly string[];
  /** `token`: the client's assertion is made out to the token endpoint, not to the issuer. */
  readonly assertionAudience: 'issuer' | 'token';
  /** Addresses, where the service publishes them in a document and not in a discovery file. */
  endpoints(issuer: string): IdentityProviderSettings['endpoints'];
  read(claims: Claims): ProvenProfile;
  /** Did the service itself see who it is? Otherwise its word is a proposal and no proof. */
  isProven(claims: Claims): boolean;
  /** What a service that saw who it is has examined; the rest was typed in there by somebody. */
  readonly provenFields: readonly (keyof ProvenProfile)[];
}

/** デジタル認証アプリ: My Number card, 基本4情報. Source: developers.digital.go.jp, auth-and-sign. */
const digitalAuthApp: IdentityProfile = {
  title: {
    ja: 'デジタル認証アプリ（マイナンバーカード）',
    en: 'Digital Authentication App (My Number Card)',
  },
  issuer: 'https://auth-and-sign.go.jp/api/realms/main',
  kind: 'individual',
  idTokenAlgorithm: 'ES256',
  scopes: ['openid', 'name', 'address', 'birthdate', 'gender'],
  acrValues: 'aal3 crl',
  acr: ['aal3'],
  assertionAudience: 'token',
  endpoints: (issuer) => ({
    authorization: `${issuer}/protocol/openid-connect/auth`,
    token: `${issuer}/protocol/openid-connect/token`,
    userinfo: `${issuer}/protocol/openid-connect/userinfo`,
    jwks: `${issuer}/protocol/openid-connect/certs`,
  }),
  read: (claims) =>
    withoutGaps({
      name: textOf(claims, 'name'),
      birth_date: dateOf(claims, 'birthdate'),
      sex: sexOf(claims, 'gender'),
      address: addressOf(claims, 'address'),
    }),
  isProven: () => true,
  provenFields: ['name', 'birth_date', 'sex', 'address'],
};

/**
 * gBizID: businesses. The ID token says nothing about a person; userinfo does. Account type 1 (エントリー) is made
 * without any examination of papers.
 */
const gBizId: IdentityProfile = {
  title: { ja: 'GビズID', en: 'gBizID' },
  issuer: 'https://gbiz-id.go.jp/oauth/',
  kind: 'business',
  idTokenAlgorithm: 'RS256',
  scopes: ['openid', 'profile', 'user', 'email'],
  acrValues: null,
  acr: [],
  assertionAudience: 'issuer',
  endpoints: () => undefined,
  read: (claims) => {
    const representative = joined(claims, ['rep_last_nm', 'rep_first_nm'], '　');
    return withoutGaps({
      name: textOf(claims, 'name') ?? representative,
      corporate_number:
        String(claims.corp_type) === '1' ? corporateNumberOf(claims, 'corporate_number') : undefined,
      address: businessAddress(claims),
      representative_name: representative,
      representative_kana: joined(claims, ['rep_last_nm_kana', 'rep_first_nm_kana'], '　'),
      department: textOf(claims, 'user_department'),
      contact_name: joined(claims, ['user_last_nm', 'user_first_nm'], '　'),
      contact_birth_date: dateOf(claims, 'user_birthday_ymd'),
      phone: textOf(claims, 'user_tel_no_contact'),
    });
  },
  isProven: (claims) => ['2', '3'].includes(String(claims.account_type)),
  provenFields: ['name', 'corporate_number', 'address', 'representative_name'],
};

/** The prefecture stands apart, and some accounts have it once more, or as a number, before the rest. */
function businessAddress(claims: Claims): string | undefined {
  const rest = joined(claims, ['address1', 'address2'], '');
  const prefecture = textOf(claims, 'prefecture_name');
  if (rest === undefined || prefecture === undefined || /^\d/.test(prefecture)) return rest;
  return rest.startsWith(prefecture) ? rest : prefecture + rest;
}

/** Any other service: the claims of OpenID Connect. Nobody knows how it saw who somebody is. */
const generic: IdentityProfile = {
  title: { ja: '外部の認証サービス', en: 'Outside identity service' },
  issuer: null,
  kind: 'individual',
  idTokenAlgorithm: 'RS256',
  scopes: ['openid', 'profile'],
  acrValues: null,
  acr: [],
  assertionAudience: 'issuer',
  endpoints: () => undefined,
  read: (claims) =>
    withoutGaps({
      name: textOf(claims, 'name'),
      birth_date: dateOf(claims, 'birthdate'),
      sex: sexOf(claims, 'gender'),
      address: addressOf(claims, 'address'),
      phone: textOf(claims, 'phone_number'),
    }),
  isProven: () => false,
  provenFields: [],
};

export const identityProfiles: Readonly<Record<IdentityProviderSettings['profile'], IdentityProfile>> = {
  'digital-auth-app': digitalAuthApp,
  gbizid: gBizId,
  generic,
};
