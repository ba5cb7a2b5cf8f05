import type { accountJa } from './account-ja.js';

export const accountEn: typeof accountJa = {
  title: 'Your account',
  back: 'Back to your account',
  change: 'Change',
  saved: 'Saved.',
  save: 'Save',
  profiles: {
    title: 'Your details',
    kinds: { individual: 'Your details as a person', business: 'Your details as a business' },
    lead: 'Applications you begin from now on are filled with what you enter here. Those you submitted do not change.',
    current: ' (in use)',
    add: { individual: 'Also apply as a person', business: 'Also apply as a business' },
    addLead: {
      individual:
        'With the same e-mail address and password you can also apply as a person. Each time you choose as whom you apply.',
      business:
        'With the same e-mail address and password you can also apply as a business. Each time you choose as whom you apply.',
    },
    added: 'Registered. Use “Switch” at the top of the page to change between the two.',
  },
  mail: {
    title: 'E-mail address (user ID)',
    lead: 'We send a code to the new address. Until you enter it, the present address stays in use.',
    present: 'Present address',
    mail: 'New e-mail address',
    mailAgain: 'New e-mail address (once more)',
    send: 'Send the code',
    codeTitle: 'Confirm the new address',
    other: 'Enter another e-mail address',
    changed: (mail) => `Your e-mail address is now ${mail}.`,
  },
  password: {
    title: 'Password',
    hidden: 'not shown',
    none: 'None: you sign in through an outside service',
    lead: 'When you change it, you are signed out on all other devices.',
    current: 'Present password',
    next: 'New password',
    nextAgain: 'New password (once more)',
    submit: 'Change the password',
    changed: 'The password was changed, and your other devices were signed out.',
    setByMail: 'To set a password, sign out and choose “Forgot your password?” on the sign-in page.',
  },
  sites: {
    lead: 'Places you often apply for: choose one, and its name and address are filled in.',
    open: 'See your places',
  },
  favourites: {
    lead: 'Procedures and categories whose opening and news reach you.',
    open: 'See your favourites',
  },
  news: {
    title: 'News by mail',
    support: 'Important mails about your applications come in any case.',
    wanted: 'Yes, please',
    unwanted: 'No, thank you',
  },
  language: {
    title: 'Language of mails',
    support:
      'With English, codes and mails about your applications come in English. Mails of procedures that have no English come in Japanese. Official documents (通知書) are in Japanese only, because they are what the law knows. The language of these pages is chosen at their top.',
    values: { ja: '日本語 (Japanese)', en: 'English' },
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'If you do not know a device, sign it out and change your password.',
    show: 'Show the devices',
    device: (system, browser) =>
      system !== null && browser !== null
        ? `${browser} on ${system}`
        : (system ?? browser ?? 'Unknown device'),
    current: ' (this device)',
    since: (time) => `Signed in ${time}`,
    seen: (time) => `Last used ${time}`,
    end: 'Sign out',
    endNamed: (device) => `Sign out ${device}`,
    endOthers: 'Sign out everywhere else',
    ended: 'Signed out.',
    alone: 'You are signed in on this device alone.',
  },
  closing: {
    title: 'Close the account',
    lead: 'Ends your registration and deletes what you registered.',
    open: 'Close the account …',
    blocked: (count) =>
      count === 1
        ? 'You cannot close your account now, because one application is still open.'
        : `You cannot close your account now, because ${count} applications are still open.`,
    openOne: (subject, number) => `${subject} (${number})`,
    blockedCure: 'Wait for the decision, or withdraw on the page of the application.',
    what: 'If you close your account:',
    erased: 'Your details, e-mail address, password and saved sites are deleted.',
    drafts: (count) => (count === 1 ? 'One draft is deleted.' : `${count} drafts are deleted.`),
    kept: (count) =>
      count === 1
        ? 'One application that has ended stays with the office as an official record for the period laid down. You can no longer see it here.'
        : `${count} applications that have ended stay with the office as official records for the period laid down. You can no longer see them here.`,
    irrevocable: 'This cannot be undone.',
    agree: 'I have read this',
    agreeMissing: 'Please read this and tick the box.',
    submit: 'Close the account',
    done: 'Your account is closed',
    doneLead:
      'What you registered was deleted, and we sent you a mail that says so. Thank you for using this site.',
    home: 'To the start page',
  },
  reset: {
    title: 'Set a new password',
    lead: 'We send a code to the e-mail address you registered.',
    mail: 'E-mail address (user ID)',
    send: 'Send the code',
    codeTitle: 'Enter the code',
    other: 'Enter another e-mail address',
    newTitle: 'Enter a new password',
    newLead: 'Choose a new password. You will have to sign in again on all devices.',
    submit: 'Set the password',
    done: 'Your password is set',
    doneLead: 'Please sign in with the new password.',
    signIn: 'Sign in',
  },
};
