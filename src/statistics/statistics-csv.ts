import { csvLine } from '../exports/tables/csv-line.js';
import type { Cell } from '../exports/cell.js';
import type { Language } from '../http/language.js';
import { ageBands, type StatisticsTable, type StatisticsView } from './statistics.dto.js';

const bandTitles = (language: Language): readonly string[] => {
  const last = ageBands.at(-1) ?? 0;
  const unit = (text: string) => (language === 'ja' ? `${text}日` : `${text} days`);
  return [
    ...ageBands.map((upTo, index) => unit(`${index === 0 ? 0 : (ageBands[index - 1] ?? 0) + 1}–${upTo}`)),
    language === 'ja' ? `${last + 1}日以上` : `${last + 1} days or more`,
  ];
};

const headings: Readonly<Record<Language, Readonly<Record<StatisticsTable, readonly string[]>>>> = {
  ja: {
    days: ['日', '申請', '審査済'],
    stages: ['段階', '件数', '中央値（営業日）', '90パーセンタイル（営業日）'],
    ageing: ['段階', ...bandTitles('ja')],
    defects: ['項目', 'キー', '件数'],
    reasons: ['理由', 'コード', '件数'],
    drafts: ['最後に入力したページ', 'キー', '件数'],
    people: ['職員', '手持ち', '期間中の処理'],
  },
  en: {
    days: ['Day', 'Arrived', 'Decided'],
    stages: ['Stage', 'Count', 'Median (working days)', '90th percentile (working days)'],
    ageing: ['Stage', ...bandTitles('en')],
    defects: ['Question', 'Key', 'Count'],
    reasons: ['Reason', 'Code', 'Count'],
    drafts: ['Last page answered', 'Key', 'Count'],
    people: ['Official', 'On the desk', 'Done in the period'],
  },
};

/** One table of the screen as CSV, UTF-8 with mark. */
export function statisticsCsv(view: StatisticsView, table: StatisticsTable, language: Language): string {
  const titles = headings[language][table];
  const lines: Readonly<Record<StatisticsTable, () => readonly (readonly Cell[])[]>> = {
    days: () => view.days.map(({ day, arrived, decided, completed }) => [day, arrived, decided, completed]),
    stages: () => view.stages.map(({ title, times }) => [title, times.count, times.median, times.p90]),
    ageing: () => view.ageing.map(({ title, bands }) => [title, ...bands]),
    defects: () => view.defects.map(({ title, key, count }) => [title, key, count]),
    reasons: () => view.reasons.map(({ title, key, count }) => [title, key, count]),
    drafts: () => view.drafts.map(({ title, key, count }) => [title, key, count]),
    people: () => (view.people ?? []).map(({ name, open, acted }) => [name, open, acted]),
  };
  const first = table === 'days' ? [...titles, view.completedLabel] : titles;
  return `\u{FEFF}${[first, ...lines[table]()].map(csvLine).join('')}`;
}
