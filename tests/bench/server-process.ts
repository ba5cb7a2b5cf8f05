import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/ports.js';

export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** From the start of the process to its first good answer, in milliseconds. */
  readonly startedIn: number;
  /** Most memory that it ever held, in megabytes; where the system does not keep that, what it holds now. */
  peakMegabytes(): number;
  stop(): Promise<void>;
}

export const mainFile = join(process.cwd(), 'dist', 'server', 'main.js');

/**
 * Starts a server of ours or the thin one. What it logs is written, as in operation, but nobody reads it: reading
 * would be work of the bench's own.
 *
 * @param ready path that answers 200 when it is ready
 * @param patienceMs how long it may take: a migration rewrites what is stored
 */
export async function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready = '/readyz',
  patienceMs = 60_000,
): Promise<ServerProcess> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const killWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', killWithUs);
  await eventually(
    `${args.at(-1) ?? ''} is ready`,
    async () => {
      if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
      const answer = await fetch(`http://127.0.0.1:${port}${ready}`).catch(() => undefined);
      await answer?.arrayBuffer();
      return answer?.ok || undefined;
    },
    patienceMs,
  );
  const pid = child.pid ?? 0;
  return {
    port,
    pid,
    startedIn: performance.now() - started,
    peakMegabytes: () => memoryOf(pid),
    async stop() {
      child.kill('SIGTERM');
      await Promise.race([ended, wait(15_000, undefined, { ref: false }).then(killWithUs)]);
      process.off('exit', killWithUs);
    },
  };
}

/** Processor time that a process has used, in microseconds. Unlike the clock, it hardly minds what else runs. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // utime and stime, in hundredths of a second on every Linux that Node runs on.
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1_024;
}
