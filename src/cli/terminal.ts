/** Where the words of a command go. Tests bring their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person watches the error output. */
  readonly isInteractive: boolean;
  /** Milliseconds, from any start. */
  now(): number;
}
