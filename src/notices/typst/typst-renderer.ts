import { type ChildProcess, fork } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type NoticeInput,
  NoticeRenderer,
  NoticeRendererStopped,
  NoticeUnprintable,
} from '../notice-renderer.js';
import type { TypstAnswer, TypstRequest } from './typst-worker.js';

export interface TypstRendererOptions {
  /** Longest time one document may take, in milliseconds; then the process is killed and a new one started. */
  readonly timeLimit?: number;
  /** Documents after which the process is replaced, so that its memory goes back. */
  readonly recycleAfter?: number;
  /** Time without a document after which the process ends, in milliseconds. */
  readonly idleLimit?: number;
}

interface Waiting extends TypstRequest {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** Of proofs of many, so many may take as long as one notice. */
const inputsInTime = 100;

/** Beside this file and of its kind: `.js` as built, `.ts` in tests, where the process needs a loader for it. */
const kind = extname(import.meta.url);
const workerFile = fileURLToPath(new URL(`./typst-worker${kind}`, import.meta.url));
const execArgv = kind === '.ts' ? ['--import', 'tsx'] : [];

/**
 * Draws notices with Typst, one at a time, in the order asked. Typst is native code: in a thread of ours it could not
 * be stopped once it runs, and its crash would be ours. So it has a process of its own, started with the first notice.
 */
export class TypstRenderer extends NoticeRenderer {
  private readonly queue: Waiting[] = [];
  private readonly timeLimit: number;
  private readonly recycleAfter: number;
  private readonly idleLimit: number;
  private idle: NodeJS.Timeout | undefined;
  private workspace: string | null = null;
  private worker: ChildProcess | null = null;
  private current: (Waiting & { readonly timer: NodeJS.Timeout }) | null = null;
  private drawn = 0;
  private closed = false;

  constructor(options: TypstRendererOptions = {}) {
    super();
    const { timeLimit = 20_000, recycleAfter = 1_000, idleLimit = 60_000 } = options;
    this.timeLimit = timeLimit;
    this.recycleAfter = recycleAfter;
    this.idleLimit = idleLimit;
  }

  /** Process that draws now; for those who watch over memory. */
  get pid(): number | undefined {
    return this.worker?.pid;
  }

  render(input: NoticeInput): Promise<Buffer> {
    return this.draw({ inputs: [input], bound: false });
  }

  bind(inputs: readonly NoticeInput[]): Promise<Buffer> {
    return this.draw({ inputs, bound: true });
  }

  private draw(request: TypstRequest): Promise<Buffer> {
    if (this.closed) return Promise.reject(new NoticeRendererStopped('The renderer is closed.'));
    return new Promise((resolve, reject) => {
      this.queue.push({ ...request, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.idle);
    const waiting = this.queue.splice(0);
    this.fail(new NoticeRendererStopped('The renderer is closing.'));
    for (const { reject } of waiting) reject(new NoticeRendererStopped('The renderer is closing.'));
    await this.endWorker();
    if (this.workspace !== null) rmSync(this.workspace, { recursive: true, force: true });
  }

  private next(): void {
    if (this.current || this.closed) return;
    clearTimeout(this.idle);
    const waiting = this.queue.shift();
    if (!waiting) {
      this.idle = setTimeout(() => void this.endWorker(), this.idleLimit);
      this.idle.unref();
      return;
    }
    const limit = this.timeLimit * Math.ceil(waiting.inputs.length / inputsInTime);
    const timer = setTimeout(() => {
      void this.endWorker();
      this.fail(new NoticeRendererStopped(`A notice took longer than ${limit} ms.`));
    }, limit);
    timer.unref();
    this.current = { ...waiting, timer };
    const worker = this.startedWorker();
    const request: TypstRequest = { inputs: waiting.inputs, bound: waiting.bound };
    worker.send(request, (error) => {
      if (error) this.died(worker, error);
    });
  }

  private startedWorker(): ChildProcess {
    if (this.worker) return this.worker;
    this.workspace ??= makeWorkspace();
    const worker = fork(workerFile, [this.workspace], {
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Nothing of ours that it might print.
      env: {},
    });
    worker.unref();
    worker.channel?.unref();
    worker.on('message', (answer) => this.settle(worker, answer as TypstAnswer));
    worker.on('error', (error) => this.died(worker, error));
    worker.on('exit', () => this.died(worker, new Error('The renderer’s process ended.')));
    this.worker = worker;
    return worker;
  }

  private settle(from: ChildProcess, answer: TypstAnswer): void {
    if (from !== this.worker || !this.current) return;
    const { resolve, reject, timer } = this.current;
    clearTimeout(timer);
    this.current = null;
    this.drawn += 1;
    if (this.drawn % this.recycleAfter === 0) void this.endWorker();
    if ('pdf' in answer) resolve(Buffer.from(answer.pdf));
    else if ('unprintable' in answer) reject(new NoticeUnprintable(answer.unprintable));
    else reject(new Error(answer.error));
    this.next();
  }

  private died(worker: ChildProcess, error: Error): void {
    if (worker !== this.worker) return;
    this.worker = null;
    this.fail(new NoticeRendererStopped(error.message));
  }

  /** The next document gets a new process at once; the old one has nothing to finish. */
  private async endWorker(): Promise<void> {
    const old = this.worker;
    this.worker = null;
    if (!old || old.exitCode !== null || old.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => old.once('exit', () => resolve()));
    old.ref();
    old.kill('SIGKILL');
    await ended;
  }

  private fail(error: Error): void {
    if (!this.current) return;
    const { reject, timer } = this.current;
    clearTimeout(timer);
    this.current = null;
    reject(error);
    this.next();
  }
}

/** A folder with the templates and nothing else, because Typst may read whatever lies in it. */
function makeWorkspace(): string {
  const workspace = mkdtempSync(join(tmpdir(), 'tetsuzuki-typst-'));
  for (const name of ['notice.typ', 'proofs.typ', 'sheet.typ', 'vertical.typ']) {
    copyFileSync(fileURLToPath(new URL(`./${name}`, import.meta.url)), join(workspace, name));
  }
  return workspace;
}
