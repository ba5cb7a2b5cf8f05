import type { Operation, Problem, ProcedureFiles } from '#engine';
import { isRefused } from '../../../renderer-ui/src/api/request.js';
import type { BuilderDraft, DraftChanged, DraftServer } from '../api/drafts.js';
import {
  changesBetween,
  type FileChange,
  inverted,
  rebased,
  textsBetween,
  withChanges,
  withTexts,
} from './file-change.js';
import { conflictBetween } from './conflict.js';
import { performAll, replay } from './perform-all.js';
import type { Kept, Step, Unsent, WorkspaceState } from './workspace-state.js';

const SAVE_AFTER_MS = 700;
const TRY_AGAIN_MS = 5_000;
/** The server's bounds. */
const MOST_OPERATIONS = 500;
const LONGEST_WORDS = 200;

/**
 * A draft in an author's hands: its files, what was done to them, and what the server knows of it. Outside React, so that
 * a keystroke draws only what watches it (`useWorkspace`).
 */
export class Workspace {
  private now: WorkspaceState;
  private server: Kept['server'];
  private unsent: readonly Unsent[] = [];
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isSending = false;
  private underWay: Promise<void> = Promise.resolve();
  /** Boxes in which something is typed that no operation was made of yet. */
  private readonly boxes = new Set<() => void>();

  constructor(
    readonly draft: BuilderDraft,
    private readonly api: DraftServer,
    kept: Kept | null = null,
  ) {
    this.server = { files: draft.files, revision: draft.revision };
    this.now = {
      files: draft.files,
      revision: draft.revision,
      undo: [],
      redo: [],
      saving: 'saved',
      refusal: null,
      conflict: null,
      others: draft.others,
      arrived: null,
      place: '',
      publication: draft.publication,
    };
    if (kept && draft.mayWrite) this.takeUp(kept);
  }

  get state(): WorkspaceState {
    return this.now;
  }

  /** @returns the way to stop */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What is to be kept on this device. */
  get kept(): Kept {
    const { files, undo, redo } = this.now;
    return { files, server: this.server, unsent: this.unsent, undo, redo };
  }

  /**
   * Does one thing, or several as one.
   *
   * @param words what it does, for the list of what can be undone
   * @param joins see `Step.joins`
   * @returns why it could not be done, and then nothing was; empty when it was
   */
  perform(
    what: Operation | readonly Operation[],
    words: string,
    joins: string | null = null,
  ): readonly Problem[] {
    if (!this.draft.mayWrite) return [];
    const operations = 'kind' in what ? [what] : what;
    const done = performAll(this.now.files, operations);
    if (!done.ok) return done.problems;
    this.take(done.files, words, operations, joins);
    return [];
  }

  /** Other texts at once: of a file that is edited as it is. */
  setTexts(texts: Readonly<Record<string, string | null>>, words: string, joins: string | null = null): void {
    if (this.draft.mayWrite) this.take(withTexts(this.now.files, texts), words, null, joins);
  }

  /** @returns false where somebody else has changed the place since */
  undo(): boolean {
    return this.walk('undo', 'redo');
  }

  redo(): boolean {
    return this.walk('redo', 'undo');
  }

  /** Where the author is, for others. */
  at(place: string): void {
    if (place === this.now.place) return;
    this.set({ place });
    this.stay();
  }

  /** A sign of life. */
  stay(): void {
    void this.api.tellPlace(this.draft.id, this.now.place).catch(ignore);
  }

  /** A box whose letters become an operation once its author pauses: `flush` makes it of them at once. */
  watchBox(flush: () => void): () => void {
    this.boxes.add(flush);
    return () => this.boxes.delete(flush);
  }

  flushBoxes(): void {
    for (const flush of [...this.boxes]) flush();
  }

  readArrived(): void {
    if (this.now.arrived) this.set({ arrived: null });
  }

  /** What others did meanwhile, and who is here. Nothing is asked while something of ours is on its way. */
  async hearNews(): Promise<void> {
    if (this.isSending || this.now.conflict) return;
    const asked = this.server.revision;
    const news = await this.api.news(this.draft.id, asked).catch(() => null);
    if (!news) return;
    this.set({ others: news.others });
    // Where something of ours is not there yet, the server brings both together as it is sent.
    if (news.revision === asked || this.unsent.length > 0 || this.isSending) return;
    if (this.server.revision !== asked) return;
    this.receive(withTexts(this.server.files, news.files), news.revision, news.by);
  }

  /** Sends what is unsent now; resolves when it arrived or could not. */
  async save(): Promise<void> {
    this.flushBoxes();
    this.stopTimer();
    // What is under way was begun before the latest change.
    await this.underWay;
    await this.send();
  }

  /**
   * Both versions were shown; `mine` for the files that shall be ours. What was ours elsewhere can be had back by undo.
   *
   * @param words for that step
   */
  settle(mine: ReadonlySet<string>, words: string): void {
    const { conflict, files } = this.now;
    if (!conflict) return;
    const settled: Record<string, string> = { ...conflict.files };
    const ours = textsBetween(this.server.files, files);
    for (const [file, text] of Object.entries(ours)) {
      if (conflict.contested.includes(file) && !mine.has(file)) continue;
      if (text === null) Reflect.deleteProperty(settled, file);
      else settled[file] = text;
    }
    this.server = { files: conflict.files, revision: conflict.revision };
    const changes = changesBetween(files, settled);
    const undo = changes.length === 0 ? this.now.undo : [...this.now.undo, { words, changes, joins: null }];
    this.unsent = changesBetween(conflict.files, settled).length > 0 ? [{ words, operations: null }] : [];
    this.set({
      files: settled,
      revision: conflict.revision,
      undo,
      redo: [],
      conflict: null,
      saving: this.unsent.length > 0 ? 'waiting' : 'saved',
    });
    if (this.unsent.length > 0) this.saveSoon();
  }

  /** No timer goes on after the screen is left; what is unsent is kept on this device and sent. */
  leave(): void {
    void this.save();
    this.stopTimer();
  }

  private take(
    files: ProcedureFiles,
    words: string,
    operations: readonly Operation[] | null,
    joins: string | null,
  ): void {
    const changes = changesBetween(this.now.files, files);
    if (changes.length === 0) return;
    const last = this.now.undo.at(-1);
    const joined =
      joins !== null && last?.joins === joins
        ? withChanges(this.now.files, last.changes.map(inverted))
        : null;
    const step: Step = { words, joins, changes: joined ? changesBetween(joined, files) : changes };
    const before = joined ? this.now.undo.slice(0, -1) : this.now.undo;
    this.note(words, operations);
    this.set({ files, undo: [...before, step], redo: [] });
    this.saveSoon();
  }

  private walk(from: 'undo' | 'redo', to: 'undo' | 'redo'): boolean {
    this.flushBoxes();
    const step = this.now[from].at(-1);
    if (!step) return true;
    const files = withChanges(this.now.files, step.changes.map(inverted));
    if (!files) {
      this.set({ [from]: [] });
      return false;
    }
    const back: Step = { ...step, joins: null, changes: step.changes.map(inverted) };
    this.note(step.words, null);
    this.set({ files, [from]: this.now[from].slice(0, -1), [to]: [...this.now[to], back] });
    this.saveSoon();
    return true;
  }

  private note(words: string, operations: readonly Operation[] | null): void {
    this.unsent = [...this.unsent, { words, operations }];
    if (this.now.saving !== 'conflict') this.set({ saving: 'waiting', refusal: null });
  }

  private saveSoon(after = SAVE_AFTER_MS): void {
    if (this.timer !== null || this.now.conflict) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.send();
    }, after);
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private send(): Promise<void> {
    if (!this.isSending && this.unsent.length > 0 && !this.now.conflict) this.underWay = this.sendAll();
    return this.underWay;
  }

  private async sendAll(): Promise<void> {
    const { files, place } = this.now;
    const sent = this.unsent;
    this.isSending = true;
    this.set({ saving: 'sending' });
    try {
      const done = sent.flatMap((one) => one.operations ?? []);
      const isWhole = sent.every((one) => one.operations !== null) && done.length <= MOST_OPERATIONS;
      const answer = await this.api.change(this.draft.id, {
        revision: this.server.revision,
        changes: textsBetween(this.server.files, files),
        ...(isWhole && { operations: done }),
        words: [...new Set(sent.map(({ words }) => words))].join('、').slice(0, LONGEST_WORDS),
        place,
      });
      this.isSending = false;
      this.arrive(answer, files, sent.length);
    } catch (failure) {
      this.isSending = false;
      this.fail(failure);
    }
  }

  private arrive(answer: DraftChanged, sentFiles: ProcedureFiles, sentSteps: number): void {
    const later = this.unsent.slice(sentSteps);
    this.unsent = later;
    const present = withTexts(sentFiles, answer.files);
    const laterChanges = changesBetween(sentFiles, this.now.files);
    if (changesBetween(sentFiles, present).length > 0) {
      // Ours upon theirs, or else the server is asked again, and says what stands against it.
      const files = replay(present, later) ?? withChanges(present, laterChanges) ?? this.now.files;
      this.adopt(files, changesBetween(this.now.files, files), []);
    }
    this.server = { files: present, revision: answer.revision };
    this.set({
      revision: answer.revision,
      publication: answer.voided ? null : this.now.publication,
      saving: later.length > 0 ? 'waiting' : 'saved',
      refusal: null,
    });
    if (later.length > 0) this.saveSoon();
  }

  private fail(failure: unknown): void {
    if (!isRefused(failure)) {
      this.set({ saving: 'away' });
      this.saveSoon(TRY_AGAIN_MS);
      return;
    }
    if (failure.problem.status === 409) void this.compare();
    else if (failure.problem.status >= 500 || failure.problem.status === 429) {
      this.set({ saving: 'away' });
      this.saveSoon(TRY_AGAIN_MS);
    } else this.set({ saving: 'refused', refusal: failure });
  }

  /** What stands on the server, beside what stands here. */
  private async compare(): Promise<void> {
    const present = await this.api.fetch(this.draft.id).catch(() => null);
    if (!present) {
      this.set({ saving: 'away' });
      this.saveSoon(TRY_AGAIN_MS);
      return;
    }
    const conflict = conflictBetween(this.server.files, this.now.files, present);
    this.set({ saving: 'conflict', conflict, others: present.others });
    // The server was cautious: what each has changed stands in files of its own.
    if (conflict.contested.length === 0) this.settle(new Set(), '');
  }

  private receive(files: ProcedureFiles, revision: number, by: readonly string[]): void {
    const incoming = changesBetween(this.now.files, files);
    this.server = { files, revision };
    this.adopt(files, incoming, by);
    this.set({ revision });
  }

  private adopt(files: ProcedureFiles, incoming: readonly FileChange[], by: readonly string[]): void {
    if (incoming.length === 0) return;
    const undo = rebased(this.now.undo, incoming);
    const arrived = { files: incoming.map(({ file }) => file), by };
    this.set({ files, undo, redo: [], arrived });
  }

  /** What was left on this device: typed without a line, or before a crash. */
  private takeUp(kept: Kept): void {
    const fresh = this.server;
    if (kept.server.revision === fresh.revision) {
      this.unsent = kept.unsent;
      this.now = { ...this.now, files: kept.files, undo: kept.undo, redo: kept.redo };
    } else {
      const mine = textsBetween(kept.server.files, kept.files);
      const hasArrived = Object.entries(mine).every(([file, text]) => (fresh.files[file] ?? null) === text);
      const undo = rebased(kept.undo, changesBetween(kept.files, fresh.files));
      if (hasArrived) this.now = { ...this.now, undo };
      else {
        // It may have arrived without our hearing of it: nothing is done twice. The server takes it where nobody has
        // touched the file since, and else both versions are shown.
        this.server = kept.server;
        this.unsent = [{ words: '', operations: null }];
        this.now = { ...this.now, files: kept.files, revision: kept.server.revision, undo: kept.undo };
      }
    }
    if (this.unsent.length > 0) {
      this.now = { ...this.now, saving: 'waiting' };
      this.saveSoon();
    }
  }

  private set(change: Partial<WorkspaceState>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}

function ignore(): void {
  // Others see the place a little later.
}
