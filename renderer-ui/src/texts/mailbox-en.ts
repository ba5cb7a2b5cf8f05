import type { mailboxJa } from './mailbox-ja.js';

export const mailboxEn: typeof mailboxJa = {
  title: 'Demo mailbox',
  lead: 'Mail sent by this installation. Nothing left the machine. New mail appears by itself.',
  none: 'No mail yet. Submit an application and it arrives here.',
  notDemo: 'This page is available in demo installations only.',
  list: 'Messages',
  from: 'From',
  to: 'To',
  receivedAt: 'Time',
  choose: 'Choose a message from the list.',
  portal: 'To the portal',
};
