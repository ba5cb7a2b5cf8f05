import type { keepingJa } from './keeping-ja.js';

export const keepingEn: typeof keepingJa = {
  unsafe: 'This device keeps no copy. Please wait for “Saved” before you close the page.',
  takenOver: (labels) => `Answers entered on another screen were added: ${labels.join('; ')}`,
  takenOverMore: (count) => `${count} more`,
  formChanged: {
    title: 'There is a new form for this procedure',
    body: 'What you entered is carried over. Please change to the new form before you submit.',
    move: 'Change to the new form',
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
  conflict: 'Two screens have different answers',
  gone: 'This draft has been deleted on another screen',
};
