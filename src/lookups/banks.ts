import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';
import { FORMATS } from '#engine';
import type { BankOffice, BankOffices } from './lookups.dto.js';
import { printedBankName } from './bank-name.js';
import { searchOffices, type Searchable, searchable } from './search-offices.js';

interface Office {
  readonly code: string;
  readonly name: string;
  readonly kana: string;
}
type BankData = Readonly<Record<string, Office & { readonly branches: Readonly<Record<string, Office>> }>>;

/**
 * Banks and branches of the 全銀 system, 1,100 and 29,000 of them, from a package. Read when somebody asks for the first
 * time (about 170 ms, 7 MB of heap).
 */
@Injectable()
export class Banks {
  private data: BankData | null = null;
  private banks: readonly Searchable[] = [];

  search(query: string): BankOffices {
    this.read();
    return searchOffices(this.banks, query);
  }

  /** No branches where there is no such bank. */
  searchBranches(bankCode: string, query: string): BankOffices {
    const data = this.read();
    const bank = Object.hasOwn(data, bankCode) ? data[bankCode] : undefined;
    return searchOffices(
      byCode(bank?.branches ?? {})
        .map(printed)
        .map(searchable),
      query,
    );
  }

  /** Null for what is not there, or no longer. */
  find(bankCode: string, branchCode: string): { bank: BankOffice | null; branch: BankOffice | null } {
    const data = this.read();
    const bank = Object.hasOwn(data, bankCode) ? data[bankCode] : undefined;
    const branches = bank?.branches ?? {};
    const branch = Object.hasOwn(branches, branchCode) ? branches[branchCode] : undefined;
    return {
      bank: bank ? { ...printed(bank), name: printedBankName(bank.code, bank.name) } : null,
      branch: branch ? printed(branch) : null,
    };
  }

  private read(): BankData {
    if (this.data) return this.data;
    const data = createRequire(import.meta.url)('zengin-code') as BankData;
    this.banks = byCode(data).map((bank) =>
      searchable({ ...printed(bank), name: printedBankName(bank.code, bank.name) }),
    );
    return (this.data = data);
  }
}

/** Keys that look like numbers come in an order of their own. */
function byCode<T extends Office>(offices: Readonly<Record<string, T>>): T[] {
  return Object.values(offices).sort((one, other) => (one.code < other.code ? -1 : 1));
}

function printed({ code, name, kana }: Office): BankOffice {
  return { code, name, kana: FORMATS['kana']?.normalize?.(kana) ?? kana };
}
