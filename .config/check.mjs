// npm run check: every check, as many at once as there are processors; what each says comes in one piece at its end.
// Types are judged by the native compiler (TypeScript 7), in a third of the time; lint, import rules and the build
// stand on TypeScript 6, whose interface for programs 7.0 does not have.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

// The longest first.
const waiting = ['lint', 'types', 'format', 'unused', 'imports'];
let failed = false;

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const { code, output } = await run(`check:${name}`);
    if (code !== 0) failed = true;
    if (output) console.error(output);
    if (code !== 0) console.error(`check:${name} FAILED`);
  }
}

/** @returns {Promise<{ code: number | null, output: string }>} */
function run(script) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: output.trim() }));
  });
}

await Promise.all(Array.from({ length: Math.min(availableParallelism(), waiting.length) }, work));
process.exitCode = failed ? 1 : 0;
