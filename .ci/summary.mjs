// Prints what Jest counted as one plain line. Fails when no test ran, for an empty run proves nothing.
//
//   summary.mjs FIRST           which files failed, one a line (nothing when all passed)
//   summary.mjs FIRST SECOND    the line, with the files of SECOND counted as they ended there
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** What a run of Jest wrote: one entry a file, with its tests. */
function filesOf(path) {
  const text = readFileSync(path, 'utf8');
  return text === '' ? [] : JSON.parse(text).testResults.map(fileOf);
}

function fileOf({ name, status, assertionResults }) {
  const count = (...states) => assertionResults.filter((test) => states.includes(test.status)).length;
  // A file that cannot be loaded holds tests that nobody counted.
  const failed = Math.max(count('failed'), status === 'failed' ? 1 : 0);
  return { name: relative('.', name), passed: count('passed'), failed, skipped: count('pending', 'todo') };
}

const [first, second] = process.argv.slice(2).map(filesOf);
const say = (line) => process.stdout.write(`${line}\n`);
if (second === undefined) {
  for (const { name, failed } of first) if (failed > 0) say(name);
} else {
  const again = new Map(second.map((file) => [file.name, file]));
  for (const { name, failed } of first) {
    if (failed > 0 && again.get(name)?.failed === 0) say(`Passed only when run again by itself: ${name}`);
  }
  const ended = first.map((file) => again.get(file.name) ?? file);
  const sum = (what) => ended.reduce((total, file) => total + file[what], 0);
  say(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}
