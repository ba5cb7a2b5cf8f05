import type { caseJa } from './case-ja.js';

export const caseEn: typeof caseJa = {
  concealed: {
    masked: 'Masked',
    hidden: 'Not shown to your role at this stage',
    open: 'Open',
    openOf: (title) => `Open ${title}`,
    recorded: 'Opening is recorded, and the applicant is told.',
    cover: 'Mask',
    coverOf: (title) => `Mask ${title}`,
    changed: 'Changed by the correction.',
    opened: (titles) => `Opened: ${titles}`,
  },
};
