// Prints what Jest counted as one plain line. Fails when no test ran, for an empty run proves nothing.
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2] ?? '', 'utf8');
const result = text === '' ? undefined : JSON.parse(text);
const passed = result?.numPassedTests ?? 0;
// A file that cannot be loaded holds tests that nobody counted.
const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
const skipped = (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
