import type { ProfileSettings } from '../../api/types.js';

export const emptySettings: ProfileSettings = {
  title: '',
  clientCode: '',
  clientName: '',
  bankCode: '',
  branchCode: '',
  accountType: '1',
  accountNumber: '',
  slash: false,
  newline: true,
  endMark: false,
  clearingHouse: 'spaces',
  headerAccount: true,
  rowsPerFile: 10_000,
};

/** Texts, and how each is to look. */
export const TEXTS = [
  ['title', /\S/u, 30],
  ['clientName', /\S/u, 44],
  ['clientCode', /^\d{10}$/u, 12],
  ['bankCode', /^\d{4}$/u, 6],
  ['branchCode', /^\d{3}$/u, 5],
  ['accountNumber', /^\d{7}$/u, 9],
] as const satisfies readonly (readonly [keyof ProfileSettings, RegExp, number])[];

/** Names of those that are missing or have another length. */
export function wrongFields(settings: ProfileSettings): readonly (keyof ProfileSettings)[] {
  const { rowsPerFile: rows } = settings;
  return [
    ...TEXTS.filter(([name, looks]) => !looks.test(settings[name])).map(([name]) => name),
    ...(Number.isInteger(rows) && rows >= 1 && rows <= 100_000 ? [] : (['rowsPerFile'] as const)),
  ];
}
