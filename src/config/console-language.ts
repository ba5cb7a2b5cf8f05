/** The language of the command line: Japanese, unless the environment asks for English (`LANG=en_US.UTF-8`). */
export function consoleLanguage(env: NodeJS.ProcessEnv = process.env): 'ja' | 'en' {
  const wanted = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^en\b|^en_/i.test(wanted) ? 'en' : 'ja';
}
