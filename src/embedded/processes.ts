import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Running {
  readonly pid: number;
  readonly command: string;
}

/**
 * Processes of the cluster called `clusterName`: the postmaster has the name among its arguments, its children in
 * their titles. Command lines are used because they are readable for every user, unlike a process's folder.
 * A dead process that nobody has collected yet has no command line, so it does not count.
 */
export function processesOf(clusterName: string): number[] {
  return allProcesses()
    .filter(({ command }) => command.includes(clusterName))
    .map(({ pid }) => pid);
}

function allProcesses(): Running[] {
  if (!existsSync('/proc/self/cmdline')) {
    const list = execFileSync('/bin/ps', ['-axwwo', 'pid=,command='], { encoding: 'utf8' });
    return [...list.matchAll(/^\s*(\d+) (.*)$/gm)].map(([, pid, command = '']) => ({
      pid: Number(pid),
      command,
    }));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: readIfThere(`/proc/${name}/cmdline`) }));
}

/**
 * A text that names one process and never another: a process id is given out again, an id with its start is not.
 * `undefined` when the process has ended.
 */
export function processMark(pid: number): string | undefined {
  if (existsSync('/proc/self/stat')) {
    // The second field is the program's name in brackets and may hold spaces; the start is field 22.
    const [state, ...rest] = readIfThere(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    return !state || state === 'Z' ? undefined : `${pid}-${rest[18] ?? ''}`;
  }
  try {
    process.kill(pid, 0);
    return `${pid}-`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? `${pid}-` : undefined;
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
