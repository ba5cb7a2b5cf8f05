import type { messagesJa } from './messages-ja.js';

export const messagesEn: typeof messagesJa = {
  title: 'Messages',
  over: (number) => `Application ${number}`,
  list: 'The conversation so far',
  none: {
    applicant: 'There are no messages yet. You can ask the office about this application here.',
    office: 'There are no messages yet.',
  },
  you: 'You',
  read: {
    applicant: (at) => `Read by the office ${at}`,
    office: (at) => `Read by the applicant ${at}`,
  },
  unread: { applicant: 'Not yet read by the office', office: 'Not yet read by the applicant' },
  fresh: 'New',
  body: {
    applicant: 'Message to the office',
    office: 'Message to the applicant',
  },
  bodyHelp: {
    applicant:
      'The office answers in turn on working days. Never write a PIN or a password. What you submitted can be changed once the office asks you for a correction.',
    office: 'The applicant gets a mail that a message waits. The mail tells nothing of what it says.',
  },
  files: 'Files',
  filesHelp: (count, size) =>
    `Up to ${count} photos (JPEG, PNG, HEIC, WebP) or PDFs, each no larger than ${size}.`,
  choose: 'Choose files',
  camera: 'Take a photo',
  sending: (percent) => `Sending, ${percent}%`,
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  save: 'Save',
  saveNamed: (name) => `Save ${name}`,
  tooMany: (count) => `A message takes at most ${count} files.`,
  tooLarge: (size) => `Too large. Choose a file of at most ${size}.`,
  wrongKind: 'Choose a photo or a PDF.',
  unreachable: 'The file could not be sent. Check your connection and choose it again.',
  arrived: (name) => `${name} is attached.`,
  bodyMissing: 'Enter a message.',
  stillSending: 'Please wait until the files have been sent.',
  send: 'Send',
  sent: 'Your message has been sent.',
  notSent: 'The message could not be sent',
  closed: {
    'by-office': 'The office has ended this conversation. Please use the contact of the procedure.',
    retention: 'This file is no longer kept, so no message can be sent about it.',
    role: 'Only officials who have this application now can answer.',
  },
  settle: 'No answer needed',
  settled: 'It no longer waits for an answer.',
  close: 'End the conversation',
  closeNote:
    'The applicant can send no more messages about this application. A message from the office opens it again.',
  closedNow: 'The conversation has been ended.',
  back: 'Back to the application',
  waiting: 'Waits for an answer',
  facts: (facts) => facts.join(' · '),
};
