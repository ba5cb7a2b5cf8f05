import type { guestJa } from './guest-ja.js';

export const guestEn: typeof guestJa = {
  over: 'Applying without an account',
  title: 'Name and e-mail address',
  lead: 'You can apply for this without registering. We send a code to your e-mail address.',
  before: 'If you applied with the same address before, you will find it again here.',
  name: 'Your name (or that of your business)',
  mail: 'E-mail address',
  mailSupport: 'We write to this address about your application.',
  as: 'Who applies?',
  asKinds: { individual: 'An individual', business: 'A business' },
  send: 'Send me the code',
  codeTitle: 'Enter the code',
  otherMail: 'Correct the e-mail address',
  start: 'Apply without an account',
  startNote: 'You need no account and no password. We only confirm your e-mail address.',
  withAccount: 'Sign in and apply',
  withAccountNote: 'Your name and address are filled in, and you see all your applications together.',
  lookUp: {
    title: 'Find your application',
    lead: 'If you applied without an account, you find your application by its number and secret.',
    number: 'Application number',
    numberSupport:
      'It stands in the mail and on the page that confirmed your application. E.g. 0009-03-0000012-3',
    numberMissing: 'Enter the application number.',
    secret: 'Secret',
    secretSupport: 'The 12 letters and digits shown when your application arrived.',
    secretMissing: 'Enter the secret.',
    find: 'Find it',
    forgotten: 'If you no longer know the secret',
    forgottenBody:
      'Choose “Apply without an account” on the page of the procedure and enter the e-mail address you used. Once the code confirms it, your application is shown.',
  },
  secret: {
    title: 'To find it again',
    lead: 'You need the application number and this secret. Write it down, or keep a picture of this page.',
    show: 'Get the secret',
    again: 'Get a new secret',
    againNote: 'The secret before will no longer work.',
    value: 'Secret',
    place: 'Choose “Applications without an account” on this site.',
  },
};
