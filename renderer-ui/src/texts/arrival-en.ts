import type { arrivalJa } from './arrival-ja.js';

export const arrivalEn: typeof arrivalJa = {
  trouble: { bounced: 'Our mails do not reach you', complained: 'A mail was reported as a nuisance' },
  troubleLead: (mail) =>
    `Mails to ${mail} did not arrive. Change the address, or see whether your mailbox takes our mails (allowed senders, free space).`,
  troubleShort: 'A mail that we sent you did not arrive. Please see to your mail address.',
  change: 'Change the mail address',
  check: 'See to the mail address',
  works: 'Mails arrive at this address now',
  worksDone: 'Thank you. The next mail goes to this address.',
  notices: {
    title: 'How documents come',
    lead: 'Choose how you get documents about your applications, such as decisions.',
    support: 'In both cases you can read them here at any time, and a mail tells you when one is there.',
    portal: 'Here in the portal (I agree to documents in electronic form)',
    post: 'By post, too',
    values: { portal: 'In the portal', post: 'By post, too', none: 'Not chosen yet' },
    missing: 'Choose how documents come.',
    since: (at) => `since ${at}`,
  },
  revoked: {
    chip: 'No longer valid',
    since: (on) => `This document was called back on ${on}. Please do not use it any more.`,
    reason: (reason) => `Reason: ${reason}`,
  },
  appeal: (known, appeal, suit) =>
    `Counted from the day after you opened it (${known}), you may appeal until ${appeal} and sue until ${suit}.`,
};
