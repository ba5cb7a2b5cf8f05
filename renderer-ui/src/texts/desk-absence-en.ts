import type { deskAbsenceJa } from './desk-absence-ja.js';

/** Words of absence and substitutes. */
export const deskAbsenceEn: typeof deskAbsenceJa = {
  absence: {
    link: 'Absence',
    title: 'Absence and substitute',
    lead: 'While you are away, your substitute may review and approve in your roles. The history keeps who did what in whose place.',
    none: 'No absence is recorded.',
    add: 'Record an absence',
    fromOn: 'First day',
    toOn: 'Last day',
    substitute: 'Substitute',
    substituteHelp: 'Choose among those who work on the same procedures.',
    choose: 'Choose',
    colleague: (name, department) => `${name} (${department})`,
    submit: 'Record',
    added: 'The absence was recorded.',
    removed: 'The absence was taken back.',
    days: (from, to) => (from === to ? from : `${from} to ${to}`),
    standsIn: (name, department) => `Substitute: ${name} (${department})`,
    alone:
      'This colleague cannot stand in at present: the account is locked, or the work has changed. While you are away your cases go back to the team. Take this back and choose somebody else.',
    remove: 'Take back',
    removeOf: (absence) => `Take back the absence of ${absence}`,
    faults: {
      'from-missing': 'Enter the first day.',
      'to-missing': 'Enter the last day.',
      'to-before-from': 'The last day must not be before the first.',
      over: 'The last day is over. Enter today or a later day.',
      'substitute-missing': 'Choose a substitute.',
    },
  },
};
