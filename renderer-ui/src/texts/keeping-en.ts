import type { keepingJa } from './keeping-ja.js';

export const keepingEn: typeof keepingJa = {
  unsafe: 'This device keeps no copy. Please wait for “Saved” before you close the page.',
  takenOver: (labels) => `Answers entered on another screen were added: ${labels.join('; ')}`,
  takenOverMore: (count) => `${count} more`,
  conflict: {
    title: 'Two screens have different answers',
    lead: 'This application is also open on another screen or device. Please choose which answer is right for each of these. All other entries of both have been put together.',
    mine: 'The answer on this screen',
    theirs: (time) => `The answer on the other screen (saved ${time})`,
    none: '(nothing)',
    row: '(keep the row)',
    rowGone: '(remove the row)',
    settle: 'Go on with these',
  },
  gone: {
    title: 'This draft has been deleted on another screen',
    body: 'What you entered is still on this screen. To go on, save it as a new draft.',
    keep: 'Save as a new draft',
    leave: 'Go to My page without saving',
  },
  formChanged: {
    title: 'There is a new form for this procedure',
    body: 'What you entered is carried over. Please change to the new form before you submit.',
    move: 'Change to the new form',
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
  deadline: {
    left: (minutes) => (minutes === 1 ? '1 minute until the close' : `${minutes} minutes until the close`),
    leftSeconds: (seconds) => `${seconds} seconds until the close`,
    closes: (closesAt, now) => `Applications close on ${closesAt} (the server’s clock: ${now})`,
    graceToCome: (until) => `After the close, applications already begun can be submitted until ${until}.`,
    grace: (minutes) =>
      `Applications have closed; this one can still be submitted for ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`,
    graceSeconds: (seconds) =>
      `Applications have closed; this one can still be submitted for ${seconds} seconds`,
    graceUntil: (until, now) => `Until ${until} (the server’s clock: ${now})`,
    closed: 'Applications have closed. This one can no longer be submitted',
    closedBody: (closesAt, name, phone, hours) =>
      `Applications closed on ${closesAt}. What you entered is not lost; you can read and copy it. Questions: ${name} (phone ${phone}, ${hours}).`,
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
