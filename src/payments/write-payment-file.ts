import type { EntityManager } from 'typeorm';
import type { SecretBox } from '../access/second-factor/secret-box.js';
import { accountPurpose } from './look-at-payments.js';
import type { Account } from './payment.entity.js';
import type { StoredSettings } from './payment-profile.entity.js';
import { type Remitter, transferFile, type Transfer } from './zengin/transfer-file.js';
import { writtenName } from './zengin/zengin-text.js';

interface Row {
  readonly n: number;
  readonly reference: string;
  readonly amount: string;
  readonly account: Buffer;
  readonly new_code: '0' | '1' | '2';
}

/** What a file is made of, after it was released. */
export interface ReleasedBatch {
  readonly id: string;
  readonly payOn: string;
  readonly settings: StoredSettings;
}

/** Lines of a batch that stand in one file. */
export interface FilePart {
  readonly firstN: number;
  readonly lastN: number;
}

/** The bytes of one file: the same, however often it is made, because what was released does not change any more. */
export async function writePaymentFile(
  tx: Pick<EntityManager, 'query'>,
  box: SecretBox,
  { id, payOn, settings }: ReleasedBatch,
  { firstN, lastN }: FilePart,
): Promise<Buffer> {
  const rows = await tx.query<Row[]>(
    `select n, reference::text as reference, amount::text as amount, account, new_code from payment
     where batch_id = $1 and n between $2 and $3 and state in ('ready', 'paid', 'failed') order by n`,
    [id, firstN, lastN],
  );
  const transfers = rows.map((row): Transfer => {
    const opened = box.open(row.account, accountPurpose(id, row.n)).toString();
    const { bank, bankName, branch, branchName, type, number, holder } = JSON.parse(opened) as Account;
    return {
      bankCode: bank,
      bankName,
      branchCode: branch,
      branchName,
      accountType: type,
      accountNumber: number,
      holder,
      amount: Number(row.amount),
      newCode: row.new_code,
      reference: Number(row.reference),
    };
  });
  return transferFile(remitterOf(settings), payOn, transfers);
}

function remitterOf({ bankInFile, branchInFile, ...settings }: StoredSettings): Remitter {
  return {
    ...settings,
    clientName: writtenName(settings.clientName),
    bankName: bankInFile,
    branchName: branchInFile,
  };
}
