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
  others: {
    reading: (name, since) => `${name} has it open, too (since ${since})`,
    writing: (name, since) => `${name} is writing an action (here since ${since})`,
  },
  annotations: {
    group: (title) => `Check of ${title}`,
    marks: { checked: 'Checked', question: 'Question', defect: 'Defect' },
    noteOf: {
      checked: (title) => `${title}: checked`,
      question: (title) => `${title}: what is unclear`,
      defect: (title) => `${title}: what is missing, and how to put it right`,
    },
    defectHelp: 'This goes into the request when a correction is asked for.',
    noteMissing: 'Say what you mean.',
    save: 'Mark it',
    remove: 'Take the mark away',
    cancel: 'Cancel',
    outdated: 'said before the correction',
    progress: (done, total) => `checked ${done}/${total}`,
    progressSpoken: (done, total) => `${done} of ${total} questions marked`,
  },
  preview: {
    title: 'What the applicant will receive',
    lead: 'Made from what is entered now. Nothing is recorded and nothing is sent yet.',
    show: 'Read it first',
    again: 'Make it again',
    old: 'Something was changed since. Make it again.',
    open: 'Open the PDF (draft)',
    frame: (title) => `${title} (draft)`,
  },
  keys: {
    checked: 'Mark the answer as checked and go on to the next',
    defect: 'Write down a defect of the answer',
  },
  notes: {
    title: 'Notes of officials',
    write: 'Write a note',
    label: 'Note',
    help: 'Colleagues alone read it. It can be neither changed nor taken away later.',
    missing: 'Enter a note.',
    save: 'Leave the note',
    cancel: 'Later',
  },
};
