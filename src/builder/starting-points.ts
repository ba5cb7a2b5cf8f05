import { fileURLToPath } from 'node:url';
import { CIRCUITS, perform, type ProcedureFiles } from '#engine';
import type { Language } from '../http/language.js';
import { readFolder } from '../procedures/read-folder.js';
import { withoutTypes } from './without-types.js';

interface StartingPoint {
  readonly name: string;
  readonly folder: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly summary: Readonly<Record<Language, string>>;
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Whole procedures to begin with, in the order in which they are offered. */
const startingPoints: readonly StartingPoint[] = [
  {
    name: 'notification',
    folder: at('./starting-points/notification'),
    title: { ja: '届出', en: 'Notification' },
    summary: {
      ja: '届けを受け付け、書き方を確かめて受理します。決裁はありません。',
      en: 'A notification is received, looked at and taken note of. Nothing is decided.',
    },
  },
  {
    name: 'grant',
    folder: at('../cli/new/start'),
    title: { ja: '給付（補助金）', en: 'Grant' },
    summary: {
      ja: '額を計算する申請。審査、補正、決裁、交付・不交付の通知書とメールがそろっています。',
      en: 'An application with an amount: review, corrections, approval, decision notices and mails.',
    },
  },
];

const blank = at('./starting-points/blank');

/** Reviews that stand in a blank procedure: what of them is no whole procedure above. */
const circuits = CIRCUITS.filter(({ id }) => !startingPoints.some(({ name }) => name === id));

export function listStartingPoints(language: Language) {
  const at = language === 'ja' ? 0 : 1;
  return [
    ...startingPoints.map(({ name, title, summary }) => ({
      name,
      title: title[language],
      summary: summary[language],
    })),
    ...circuits.map(({ id, title, summary }) => ({ name: id, title: title[at], summary: summary[at] })),
  ];
}

/** Null: there is none of that name. */
export async function readStartingPoint(name: string): Promise<ProcedureFiles | null> {
  const found = startingPoints.find((one) => one.name === name);
  if (found) return withoutTypes(await readFolder(found.folder));
  if (!circuits.some(({ id }) => id === name)) return null;
  const put = perform(await readBlank(), { kind: 'put-circuit', circuit: name });
  return put.ok ? put.files : null;
}

export async function readBlank(): Promise<ProcedureFiles> {
  return withoutTypes(await readFolder(blank));
}
