/** One setting that cannot be used. Never holds the value: it may be a password. */
export interface ConfigProblem {
  readonly key: string;
  readonly ja: string;
  readonly en: string;
}

/** Thrown at start when settings cannot be used; lists all of them, so that they are put right in one go. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ key, ja, en }) => `  ${key}: ${ja}\n  ${' '.repeat(key.length)}  ${en}`);
    super(
      `設定（環境変数）に誤りがあります / Some settings (environment variables) are wrong:\n${lines.join('\n')}`,
    );
  }
}
