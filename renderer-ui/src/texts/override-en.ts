import type { overrideJa } from './override-ja.js';

export const overrideEn: typeof overrideJa = {
  change: 'Change the computed value',
  changeOf: (title) => `Change “${title}”`,
  again: 'Change it again',
  back: 'As computed again',
  backOf: (title) => `“${title}” as computed again`,
  lead: 'Both the computed value and the new one are kept. Whoever changes it cannot decide on this application.',
  backLead: 'The value computed from the answers counts again.',
  computed: 'Computed',
  value: 'New value',
  reason: 'Reason for colleagues',
  reasonHelp: 'Which papers it rests on and how it was worked out. The applicant does not see it.',
  publicReason: 'Reason for the applicant',
  publicReasonHelp: 'Shown to the applicant and printed in the notice as it is. Use plain words.',
  run: 'Change',
  runBack: 'As computed again',
  done: (title) => `“${title}” was changed.`,
  doneBack: (title) => `“${title}” is as computed again.`,
  inForce: 'Value set by an official',
  earlier: (count) => `Earlier changes (${count})`,
  by: (name, at) => `${name}, ${at}`,
  inPlaceOf: (name) => ` (for ${name})`,
  ended: {
    replaced: 'changed again later',
    'taken-back': 'later put back as computed',
    'answers-changed': 'ended because the applicant corrected what it was computed from',
  },
  cleared: (title) =>
    `The applicant corrected what “${title}” is computed from, so the value set by an official no longer counts. Please look again.`,
  changed: {
    title: 'Changed by the office after review',
    from: 'Computed',
    to: 'Changed to',
    reason: 'Reason',
  },
};
