import type { fillJa } from './fill-ja.js';

export const fillEn: typeof fillJa = {
  steps: 'Steps',
  confirmStep: 'Check and submit',
  next: 'Next',
  toConfirm: 'Check your answers',
  back: 'Back',
  later: 'Stop and continue later',
  laterNote: 'What you entered is saved. You can continue from My page at any time.',
  deadline: (date) => ` Applications close on ${date}.`,
  noQuestions: 'There is nothing to answer on this page. Please go on.',
  loading: 'Preparing the form',
  save: {
    saving: 'Saving…',
    saved: (time) => `Saved ${time}`,
    unsaved: 'Typing…',
    offline: 'The connection is lost. What you entered stays on this device',
    signedOut: 'You are signed out. What you entered stays on this device',
    refused: (reason) => `Could not be saved. ${reason}`,
    prefilled: 'Your registered details are filled in already. Please correct what has changed.',
    restored: 'Entries that were still on this device and not yet saved have been restored.',
  },
  submittedElsewhere: {
    title: 'This application has already been submitted',
    open: 'See its status',
  },
  copied: (number, date) =>
    `This draft began with your application ${number} of ${date}. Please check whether anything has changed.`,
  over: (number) => `Correction (application ${number})`,
};
