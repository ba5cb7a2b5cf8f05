import type { meetingJa } from './meeting-ja.js';

export const meetingEn: typeof meetingJa = {
  conflict: {
    lead: 'This application is also open on another screen or device. Please choose which answer is right for each of these. All other entries of both have been put together.',
    mine: 'The answer on this screen',
    theirs: (time) => `The answer on the other screen (saved ${time})`,
    none: '(nothing)',
    row: '(keep the row)',
    rowGone: '(remove the row)',
    settle: 'Go on with these',
  },
  gone: {
    body: 'What you entered is still on this screen. To go on, save it as a new draft.',
    keep: 'Save as a new draft',
    leave: 'Go to My page without saving',
  },
  moved: {
    title: 'You are on the new form. What you entered has been carried over',
    at: (time) => `Changed on ${time}`,
    details: 'See what is different',
    changes: 'What is different',
    results: 'Amounts that come out differently',
    result: (label, before, after) => `${label}: ${before} → ${after}`,
    ask: 'Questions to answer again',
    was: (value) => `Your answer on the form before: ${value}`,
    leftOver: 'Entries that have no field on the new form',
    leftOverNote: 'They stay here until you submit, so that you can copy them.',
    here: 'Because the form is new, please answer these questions on this page again.',
    none: 'none',
  },
  once: {
    mine: (number, time) => `The same application has already arrived (no. ${number}, ${time})`,
    mineBody: 'This procedure can be applied for only once. To change something, look at that application.',
    mineLink: 'See that application',
    theirs: 'The same application has already arrived from somebody else',
    theirsBody: (name, phone, hours) =>
      `This procedure can be applied for only once. If you do not know of it, please ask ${name} (phone ${phone}, ${hours}). You can go on entering.`,
  },
  start: {
    title: 'You have begun this application already',
    body: (time) => `Last saved on ${time}`,
    resume: 'Go on where you stopped',
    another: 'Begin a new one (keep the one begun)',
    replace: 'Delete the one begun, and begin anew',
    replaceSure: 'What you entered and the files you attached will be deleted. Are you sure?',
    replaceYes: 'Delete and begin anew',
    cancel: 'Cancel',
  },
};
