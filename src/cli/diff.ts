import { writeFile } from 'node:fs/promises';
import {
  type Change,
  civilDateInJapan,
  compareVersions,
  describeChange,
  describeCounts,
  describeFindingCount,
  dryRunOne,
  type DryRunReport,
  DryRunTally,
  IMPACTS,
  isCivilDate,
  proposePlan,
  type RunnableVersion,
  type StoredItem,
  type VersionComparison,
} from '#engine';
import { contentHash, versionHash } from '../procedures/version-hash.js';
import { AskedWrongly, type Command, type CommandInput, ExitCode, type Io } from './command.js';
import { IMPACT_HEADINGS } from './impact-headings.js';
import { openProcedure } from './open-procedure.js';
import { reportProblems } from './report-problems.js';
import { storedInFile } from './stored-file.js';

/** `diff <a> <b>`: what changes, for whom, and what it does to drafts and applications that are stored. */
export const diff: Command = {
  name: 'diff',
  usage: [
    '<前のフォルダー> <新しいフォルダー> [--stored <ファイル> | --database] [--plan <ファイル>]',
    '<old folder> <new folder> [--stored <file> | --database] [--plan <file>]',
  ],
  summary: [
    '2つの版の違いと、いまある下書きと申請への影響を言う',
    'say what differs between two versions, and what it does to drafts and applications',
  ],
  operands: { least: 2, most: 2 },
  options: [
    {
      name: 'stored',
      value: ['ファイル', 'file'],
      summary: [
        '下書きと申請を1行に1つ（JSON）書いたファイルで試す',
        'try it on a file of items, one JSON object a line',
      ],
    },
    {
      name: 'database',
      value: null,
      summary: [
        'データベースにある下書きと申請で試す（何も書きかえない）',
        'try it on what the database holds; nothing is changed',
      ],
    },
    {
      name: 'plan',
      value: ['ファイル', 'file'],
      summary: ['移し方の計画の案をこのファイルに書く', 'write a proposed plan to this file'],
    },
    {
      name: 'today',
      value: ['日付', 'date'],
      summary: ['下書きをこの日に提出するものとして試す', 'try drafts as if they were submitted on this day'],
    },
  ],
  async run(input, io) {
    const [before, after] = [
      await openVersion(input.operands[0] ?? '', io),
      await openVersion(input.operands[1] ?? '', io),
    ];
    if (!before || !after) return ExitCode.problems;
    const comparison = compareVersions(before, after);
    sayChanges(comparison.changes, io);
    const report = await tryOnStored(comparison, input, io);
    const plan = proposePlan(comparison, report ?? new DryRunTally(comparison).report());
    const planFile = input.value('plan');
    if (planFile !== null) {
      await writeFile(planFile, `${JSON.stringify(plan, null, 2)}\n`);
      io.say(`計画の案を ${planFile} に書きました。`, `A proposed plan was written to ${planFile}.`);
    }
    io.json({
      changes: comparison.changes.map((change) => ({ ...change, sentence: inBoth(change) })),
      report,
      plan,
    });
    return ExitCode.fine;
  },
};

/** Null when it does not compile, which has been said. */
async function openVersion(folder: string, io: Io): Promise<RunnableVersion | null> {
  const opened = await openProcedure(folder);
  if (opened.ok) return { ...opened, hash: contentHash(opened.files) };
  io.json(reportProblems(io, folder, opened.files, opened.problems, null));
  return null;
}

function sayChanges(changes: readonly Change[], io: Io): void {
  if (changes.length === 0) io.say('違いはありません。', 'There is no difference.');
  for (const impact of IMPACTS) {
    const of = changes.filter((change) => change.impact === impact);
    if (of.length === 0) continue;
    const [ja, en] = IMPACT_HEADINGS[impact];
    io.say(`■ ${ja}`, `■ ${en}`);
    for (const change of of) {
      const { ja, en } = inBoth(change);
      io.say(`  ${ja}  [${change.place}]`, `  ${en}  [${change.place}]`);
    }
  }
}

async function tryOnStored(
  comparison: VersionComparison,
  input: CommandInput,
  io: Io,
): Promise<DryRunReport | null> {
  const file = input.value('stored');
  if (file !== null && input.has('database'))
    throw new AskedWrongly([
      '--stored と --database は、どちらか1つです。',
      'Give --stored or --database, not both.',
    ]);
  const today = dayOf(input);
  if (file !== null) {
    return sayReport(
      comparison,
      await addUp(comparison, storedInFile(file, comparison.before.hash), null, today, io),
      io,
    );
  }
  if (!input.has('database')) return null;
  // Only this needs a database driver.
  const { withStoredRows } = await import('./stored-rows.js');
  const { files, hash, procedure } = comparison.before;
  const wanted = { procedureId: procedure.info.id, publishedHash: versionHash(files), contentHash: hash };
  return withStoredRows(wanted, async ({ items, total, elsewhere }) => {
    const report = await addUp(comparison, items, total, today, io);
    if (elsewhere > 0)
      io.say(
        `このほかに、別の版の下書きと申請が${elsewhere}件あります（試していません）。`,
        `Another ${elsewhere} drafts and applications have other versions and were not tried.`,
      );
    return sayReport(comparison, report, io);
  });
}

async function addUp(
  comparison: VersionComparison,
  items: AsyncIterable<StoredItem>,
  total: number | null,
  today: string,
  io: Io,
): Promise<DryRunReport> {
  const tally = new DryRunTally(comparison);
  let done = 0;
  for await (const item of items) {
    tally.add(dryRunOne(comparison, item, today));
    done += 1;
    io.progress('試しています', 'Trying', done, total ?? done + 1);
  }
  io.progress('試しました', 'Tried', done, done);
  return tally.report();
}

function sayReport(comparison: VersionComparison, report: DryRunReport, io: Io): DryRunReport {
  const both = (say: (language: 'ja' | 'en') => string) => io.say(say('ja'), say('en'));
  io.say('■ いまある下書きと申請', '■ Drafts and applications that are stored');
  if (report.items === 0) io.say('  1件もありません。', '  There are none.');
  for (const [index] of describeCounts(report, 'ja').entries())
    both((language) => `  ${describeCounts(report, language)[index] ?? ''}`);
  for (const cause of report.causes) {
    const ids = cause.examples.join(', ');
    both((language) => `  ・${describeFindingCount(cause, comparison, language)}  [${ids}]`);
  }
  if (report.changes.length > 0) io.say('■ そのもとになった変更', '■ The changes behind it');
  for (const { change, items } of report.changes) {
    io.say(`  ${items}件：${describeChange(change, 'ja')}`, `  ${items}: ${describeChange(change, 'en')}`);
  }
  return report;
}

function dayOf(input: CommandInput): string {
  const day = input.value('today') ?? civilDateInJapan(new Date().toISOString());
  if (isCivilDate(day)) return day;
  throw new AskedWrongly([
    `${day} は日付ではありません（例：2026-04-01）。`,
    `${day} is no date (write it like 2026-04-01).`,
  ]);
}

function inBoth(change: Change): { readonly ja: string; readonly en: string } {
  return { ja: describeChange(change, 'ja'), en: describeChange(change, 'en') };
}
