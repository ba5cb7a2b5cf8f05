import { runCommandLine } from '../../src/cli/run-command-line.js';

/**
 * Runs a command as its entry does, with nobody at a terminal.
 *
 * @param place of a temporary folder, taken off what is said
 */
export async function runAt(place: string, args: readonly string[], language: 'ja' | 'en' = 'ja') {
  let [stdout, stderr] = ['', ''];
  const terminal = {
    out: (text: string) => (stdout += text),
    err: (text: string) => (stderr += text),
    isInteractive: false,
    now: () => 0,
  };
  const status = await runCommandLine(args, terminal, language);
  const said = (text: string) => text.replaceAll(`${place}/`, '');
  return { status, stdout: said(stdout), stderr: said(stderr) };
}
