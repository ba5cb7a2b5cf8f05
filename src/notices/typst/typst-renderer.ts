import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  NoticeRenderer,
  NoticeRendererStopped,
  NoticeUnprintable,
  type NoticeInput,
} from '../notice-renderer.js';
import type { TypstAnswer, TypstRequest, TypstWorkerData } from './typst-worker.js';

interface Waiting {
  readonly input: NoticeInput;
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

export interface TypstRendererOptions {
  /** Longest time one document may take, in milliseconds; then the thread is ended and a new one started. */
  readonly timeLimit?: number;
  /** Documents after which the thread is replaced, so that its memory goes back. */
  readonly recycleAfter?: number;
  readonly worker?: URL;
}

/** Beside this file and of its kind: `.js` as built, `.ts` in tests. */
const workerOfThisBuild = new URL(`./typst-worker${extname(import.meta.url)}`, import.meta.url);

/**
 * Draws notices with Typst in a thread of its own, one document at a time, in the order asked.
 *
 * The workspace is a private folder with the one template in it, because Typst reads whatever lies there.
 */
export class TypstRenderer extends NoticeRenderer {
  private readonly queue: Waiting[] = [];
  private readonly timeLimit: number;
  private readonly recycleAfter: number;
  private readonly workerUrl: URL;
  private workspace: string | null = null;
  private worker: Worker | null = null;
  private current: (Waiting & { readonly timer: NodeJS.Timeout }) | null = null;
  private drawn = 0;
  private nextId = 1;
  private closed = false;

  constructor({
    timeLimit = 20_000,
    recycleAfter = 2_000,
    worker = workerOfThisBuild,
  }: TypstRendererOptions = {}) {
    super();
    this.timeLimit = timeLimit;
    this.recycleAfter = recycleAfter;
    this.workerUrl = worker;
  }

  render(input: NoticeInput): Promise<Buffer> {
    if (this.closed) return Promise.reject(new NoticeRendererStopped('The renderer is closed.'));
    return new Promise((resolve, reject) => {
      this.queue.push({ input, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.fail(new NoticeRendererStopped('The renderer is closing.'));
    for (const waiting of this.queue.splice(0))
      waiting.reject(new NoticeRendererStopped('The renderer is closing.'));
    await this.worker?.terminate();
    this.worker = null;
    if (this.workspace !== null) rmSync(this.workspace, { recursive: true, force: true });
  }

  private next(): void {
    if (this.current || this.closed) return;
    const waiting = this.queue.shift();
    if (!waiting) return;
    const timer = setTimeout(() => {
      this.replaceWorker();
      this.fail(new NoticeRendererStopped(`A notice took longer than ${this.timeLimit} ms.`));
    }, this.timeLimit);
    timer.unref();
    this.current = { ...waiting, timer };
    const request: TypstRequest = { id: this.nextId++, input: waiting.input };
    this.startedWorker().postMessage(request);
  }

  private startedWorker(): Worker {
    if (this.worker) return this.worker;
    const data: TypstWorkerData = { workspace: (this.workspace ??= makeWorkspace()) };
    const worker = startThread(this.workerUrl, data);
    worker.unref();
    worker.on('message', (answer: TypstAnswer) => this.settle(worker, answer));
    worker.on('error', (error) => this.died(worker, error));
    worker.on('exit', () => this.died(worker, new Error('The renderer thread ended.')));
    this.worker = worker;
    return worker;
  }

  private settle(from: Worker, answer: TypstAnswer): void {
    if (from !== this.worker || !this.current) return;
    const { resolve, reject, timer } = this.current;
    clearTimeout(timer);
    this.current = null;
    this.drawn += 1;
    if (this.drawn % this.recycleAfter === 0) this.replaceWorker();
    if ('pdf' in answer)
      resolve(Buffer.from(answer.pdf.buffer, answer.pdf.byteOffset, answer.pdf.byteLength));
    else if ('unprintable' in answer) reject(new NoticeUnprintable(answer.unprintable));
    else reject(new Error(answer.error));
    this.next();
  }

  private died(worker: Worker, error: Error): void {
    if (worker !== this.worker) return;
    this.worker = null;
    this.fail(new NoticeRendererStopped(error.message));
  }

  private replaceWorker(): void {
    const old = this.worker;
    this.worker = null;
    void old?.terminate();
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

/** A loader of TypeScript does not reach into threads, so a thread from sources brings its own. */
function startThread(url: URL, workerData: TypstWorkerData): Worker {
  if (!url.pathname.endsWith('.ts')) return new Worker(url, { workerData });
  const file = JSON.stringify(url.href);
  const load = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`;
  return new Worker(load, { eval: true, workerData });
}

function makeWorkspace(): string {
  const workspace = mkdtempSync(join(tmpdir(), 'tetsuzuki-typst-'));
  copyFileSync(fileURLToPath(new URL('./notice.typ', import.meta.url)), join(workspace, 'notice.typ'));
  return workspace;
}
