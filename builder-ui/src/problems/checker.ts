import { type Form, type FormProgram, linkForm, type Problem, type ProcedureFiles } from '#engine';
import type { Checked } from './check-draft.js';
import type { Workspace } from '../workspace/workspace.js';

export interface CheckState {
  /** Of the files below; of those before while they are looked at. */
  readonly problems: readonly Problem[];
  /** The form that can be shown; the one before while these files give none. */
  readonly form: Form | null;
  /** The same as plain JSON. */
  readonly program: FormProgram | null;
  /** Is it the form of the files below? */
  readonly isFormCurrent: boolean;
  readonly leftOut: readonly string[];
  /** What was checked last; null before the first time. */
  readonly files: ProcedureFiles | null;
}

/** The compiler at work in the background, always upon the latest files: those in between it leaves out. */
export class Checker {
  private now: CheckState = {
    problems: [],
    form: null,
    program: null,
    isFormCurrent: false,
    leftOut: [],
    files: null,
  };
  private readonly worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  private readonly listeners = new Set<() => void>();
  private readonly stop: () => void;
  private asked: ProcedureFiles | null = null;

  constructor(private readonly workspace: Workspace) {
    this.worker.onmessage = ({ data }: MessageEvent<Checked>) => void this.take(data);
    this.stop = workspace.subscribe(() => this.ask());
    this.ask();
  }

  get state(): CheckState {
    return this.now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  end(): void {
    this.stop();
    this.worker.terminate();
  }

  private ask(): void {
    const { files } = this.workspace.state;
    if (this.asked !== null || files === this.now.files) return;
    this.asked = files;
    this.worker.postMessage(files);
  }

  private async take({ problems, program, leftOut }: Checked): Promise<void> {
    const files = this.asked;
    const form = program && (await linkForm(program));
    this.asked = null;
    this.now = {
      problems,
      form: form ?? this.now.form,
      program: form ? program : this.now.program,
      isFormCurrent: form !== null,
      leftOut,
      files,
    };
    for (const listener of this.listeners) listener();
    this.ask();
  }
}
