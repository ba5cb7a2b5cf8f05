import type { mandatesJa } from './mandates-ja.js';

export const mandatesEn: typeof mandatesJa = {
  title: 'Agents',
  lead: 'You can let an agent, such as a solicitor or a relative, act for you.',
  can: {
    title: 'An agent can',
    list: [
      'write, submit and correct applications with the principal’s data',
      'write to the office and read its notices',
      'get the same mails (agents who want them)',
    ],
  },
  cannot: {
    title: 'An agent cannot',
    list: [
      'withdraw an application or sign it electronically',
      'see the account or the saved places of the principal',
      'entrust it to others',
    ],
  },
  recorded:
    'What an agent does is recorded in the history of the application. Either of you can end it at any time.',
  asked: 'Requests to you',
  received: 'You act for',
  given: 'What you have entrusted',
  none: 'You have entrusted nothing.',
  past: (count) => (count === 1 ? 'One mandate that has ended' : `${count} mandates that have ended`),
  from: 'Principal',
  to: 'Agent',
  what: 'Covers',
  whole: (title) => `${title} (the whole procedure)`,
  one: (title, number) => `${title} (${number} only)`,
  until: 'Last day',
  untilDay: (day) => `Until ${day}`,
  state: 'State',
  states: {
    invited: 'Waiting for an answer',
    accepted: 'Accepted',
    declined: 'Declined',
    revoked: 'Revoked',
    ended: 'Past its last day',
  },
  revokedBy: {
    mine: { principal: 'Revoked by you', agent: 'Given up by the agent' },
    theirs: { principal: 'Revoked by the principal', agent: 'Given up by you' },
  },
  endedOn: 'Ended on',
  pastReceived: (count) =>
    count === 1
      ? 'You acted in one mandate that has ended'
      : `You acted in ${count} mandates that have ended`,
  accept: 'Accept',
  decline: 'Decline',
  revoke: 'Revoke',
  resign: 'Stop acting for them',
  act: 'Act as agent',
  done: {
    asked: 'The request was sent by mail.',
    accept: 'Accepted.',
    decline: 'Declined.',
    revoke: 'Revoked.',
  },
  ask: 'Ask an agent',
  choose: 'Choose',
  mail: 'E-mail address of the agent',
  mailAgain: 'E-mail address of the agent, again',
  endsOn: 'Last day',
  endsOnSupport: 'Enter a day within one year.',
  missing: 'Choose what you entrust.',
  send: 'Send the request',
  stop: {
    title: 'Not for agents',
    lead: (name) =>
      `You are acting as agent of ${name}. Screens for the principal alone, such as the account and saved places, and procedures that were not entrusted cannot be opened.`,
    notEntrusted: (name) => `This procedure was not entrusted. You are acting as agent of ${name}.`,
    mine: 'To my page',
  },
};
