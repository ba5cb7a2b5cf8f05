import { isRefused, Unreachable } from '../api/request.js';
import { sameAnswer } from '../form/index.js';
import type { SavedDraft, SaveDraftRequest } from '../api/types.js';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** No answer from the server; tried again by itself. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' }
  /** Somebody else saved in between; the two are put together before anything is saved. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'submitted' }
  /** There is no such draft for whoever is signed in. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly error: unknown };

type Answers = SaveDraftRequest['answers'];

interface DraftSaverOptions {
  readonly revision: number;
  readonly savedAt: string;
  /** What the server has at that revision. */
  readonly answers: Answers;
  readonly save: (body: SaveDraftRequest) => Promise<SavedDraft>;
  readonly onState: (state: SaveState) => void;
  /** Called just before a request leaves: from now on these answers may be the server's. */
  readonly onSending?: (answers: Answers) => void;
  readonly onSaved?: (saved: SavedDraft) => void;
  /** Quiet time after a keystroke, in milliseconds. */
  readonly quiet?: number;
  /** Time between tries while the server does not answer, in milliseconds. */
  readonly retry?: number;
}

/**
 * Brings a draft's answers to the server: a while after the last change, at once on `flush`, one request at a time,
 * always the newest answers, and never over somebody else's.
 */
export class DraftSaver {
  revision: number;
  /** What the server has at `revision`. */
  confirmed: Answers;
  /** Sent, and nobody knows whether it arrived. */
  unconfirmed: Answers | null = null;
  private state: SaveState;
  private waiting: Answers | null = null;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly quiet: number;
  private readonly retry: number;

  constructor(private readonly options: DraftSaverOptions) {
    this.revision = options.revision;
    this.confirmed = options.answers;
    this.state = { kind: 'saved', at: options.savedAt };
    this.quiet = options.quiet ?? 800;
    this.retry = options.retry ?? 5_000;
  }

  get unsaved(): boolean {
    return this.waiting !== null || this.running !== null;
  }

  change(answers: Answers): void {
    if (sameAnswer(answers, this.waiting ?? this.unconfirmed ?? this.confirmed)) return;
    this.waiting = answers;
    if (this.blocked()) return;
    if (this.state.kind === 'saved' || this.state.kind === 'refused') this.tell({ kind: 'unsaved' });
    this.schedule(this.quiet);
  }

  /** Tries to save the newest answers now, once. Resolves when that is over; the state says how it went. */
  async flush(): Promise<SaveState> {
    clearTimeout(this.timer);
    // Without a turn in between when nothing is on its way: a page that is closing has none to give.
    if (this.running) await this.running;
    if (this.waiting !== null && !this.blocked()) await (this.running ?? this.start(this.waiting));
    return this.state;
  }

  /** Goes on after a person has cured what stopped it: signed in again, for instance. */
  resume(): Promise<SaveState> {
    if (this.state.kind === 'signed-out' || this.state.kind === 'offline') this.tell({ kind: 'unsaved' });
    return this.flush();
  }

  /**
   * Goes on upon what somebody else has saved.
   *
   * @param answers theirs and ours together
   */
  rebase(
    theirs: { readonly revision: number; readonly savedAt: string; readonly answers: Answers },
    answers: Answers,
  ): void {
    this.revision = theirs.revision;
    this.confirmed = theirs.answers;
    this.unconfirmed = null;
    // What is there already is not saved once more: two tabs would go on telling each other for ever.
    this.waiting = sameAnswer(answers, theirs.answers) ? null : answers;
    this.tell(this.waiting === null ? { kind: 'saved', at: theirs.savedAt } : { kind: 'unsaved' });
  }

  /** Saves nothing before `rebase`. */
  hold(): void {
    this.tell({ kind: 'conflict' });
  }

  /** Something else was refused for want of a session. */
  signedOut(): void {
    this.tell({ kind: 'signed-out' });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private blocked(): boolean {
    return BLOCKING.has(this.state.kind);
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private start(answers: Answers): Promise<void> {
    this.waiting = null;
    this.unconfirmed = answers;
    this.options.onSending?.(answers);
    this.tell({ kind: 'saving' });
    this.running = this.send(answers).finally(() => (this.running = null));
    return this.running;
  }

  private async send(answers: Answers): Promise<void> {
    try {
      const saved = await this.options.save({ revision: this.revision, answers });
      this.revision = saved.revision;
      this.confirmed = answers;
      this.unconfirmed = null;
      this.options.onSaved?.(saved);
      this.tell(this.waiting === null ? { kind: 'saved', at: saved.savedAt } : { kind: 'unsaved' });
    } catch (error) {
      this.waiting ??= answers;
      if (isRefused(error)) this.unconfirmed = null;
      this.tell(stateAfter(error));
      if (this.state.kind === 'offline') this.schedule(this.retry);
    }
  }

  private tell(state: SaveState): void {
    this.state = state;
    this.options.onState(state);
  }
}

/** Trying again by itself would not help. */
const BLOCKING: ReadonlySet<SaveState['kind']> = new Set(['signed-out', 'conflict', 'submitted', 'gone']);

function stateAfter(error: unknown): SaveState {
  if (error instanceof Unreachable || isRefused(error, 'unavailable')) return { kind: 'offline' };
  if (isRefused(error, 'sign-in-required')) return { kind: 'signed-out' };
  if (isRefused(error, 'draft-changed-elsewhere')) return { kind: 'conflict' };
  if (isRefused(error, 'draft-already-submitted')) return { kind: 'submitted' };
  if (isRefused(error, 'not-found')) return { kind: 'gone' };
  return { kind: 'refused', error };
}
