import { describe, expect, it } from '@jest/globals';
import { mailReason } from '../../renderer-ui/src/texts/mail-reason.js';

describe('why a mail was not taken', () => {
  it.each([
    ['RCPT TO 550 EENVELOPE', 'nobody'],
    ['5.1.1', 'nobody'],
    ['not a mail address', 'nobody'],
    ['RCPT TO 452 EENVELOPE', 'full'],
    ['5.2.2', 'full'],
    ['DATA 554 EMESSAGE', 'content'],
    ['5.7.1', 'content'],
    ['4.4.7', 'later'],
    ['RCPT TO 554 EENVELOPE', 'other'],
  ])('%s: %s', (status, reason) => {
    expect(mailReason(status)).toBe(reason);
  });
});
