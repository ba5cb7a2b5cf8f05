import { request } from './request.js';
import type { BankOffices, PostalAddress, PostalCodeView } from './types.js';

/** @param code seven digits */
export async function fetchPostalAddresses(code: string): Promise<readonly PostalAddress[]> {
  const { addresses } = await request<PostalCodeView>('GET', `/api/postal-codes/${encodeURIComponent(code)}`);
  return addresses;
}

/** By code, name or reading; the branches of a bank where one is given. */
export function searchBanks(query: string, bankCode: string | null = null): Promise<BankOffices> {
  const list = bankCode === null ? '/api/banks' : `/api/banks/${encodeURIComponent(bankCode)}/branches`;
  return request('GET', `${list}?query=${encodeURIComponent(query.slice(0, 60))}`);
}
