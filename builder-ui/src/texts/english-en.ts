import type { englishJa } from './english-ja.js';

export const englishEn: typeof englishJa = {
  lead: 'What applicants read, in Japanese and in English. What has no English is shown in Japanese on the English screens, too.',
  hasErrors: 'There are errors, so the texts cannot be listed yet. Open the problems and mend them first.',
  search: 'Find a text',
  onlyMissing: 'Only those without English',
  missing: (count, of) => `${count} of ${of} texts have no English`,
  complete: (count) => `All ${count} texts have English.`,
  nothing: 'No text fits.',
  more: (count) => `Show more (${count} left)`,
  englishOf: (japanese) => `English of “${japanese}”`,
  changed: 'Change an English text',
};
