import type { formJa } from './form-ja.js';

export const formEn: typeof formJa = {
  yes: 'Yes',
  no: 'No',
  choose: 'Please choose',
  notAnswered: '(not answered)',
  example: (text) => `Example: ${text}`,
  purpose: (text) => `Used for: ${text}`,
  prefilledFrom: {
    profile: 'Filled in from your registered details.',
    site: 'Filled in from your registered shop.',
    previous: 'Filled in from your last application.',
  },
  charactersLeft: (count) => (count >= 0 ? `${count} characters left` : `${-count} characters too many`),
  yen: (amount) => `¥${amount}`,
  yenUnit: 'yen',
  moneyInWords: (yen) =>
    Number.isSafeInteger(yen) && yen >= 1_000_000
      ? `¥${(yen / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 6 })} million`
      : null,
  era: {
    support: 'Western year or Japanese era. Example: 2021, or 令和3',
    year: 'Year',
    month: 'Month',
    day: 'Day',
  },
  hours: {
    support: '24-hour clock. Example: 17:00, or 26:00 for 2 a.m. of the next day',
    sameDay: (time) => time,
    nextDay: (time) => `${time} of the next day`,
    clock: (half, hour, minute) =>
      `${hour}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`} ${half === '午前' ? 'a.m.' : 'p.m.'}`,
  },
  computed: {
    mark: 'Calculated',
    waiting: 'Appears here once the questions it needs are answered.',
    why: 'Why this answer?',
    whyMoney: 'Why this amount?',
    formula: 'How it is calculated',
    inputs: 'Values used',
  },
  rows: {
    nth: (index) => `No. ${index}`,
    add: (title) => `Add: ${title}`,
    remove: (index) => `Remove no. ${index}`,
    added: (index) => `Added no. ${index}.`,
    removed: (index) => `Removed no. ${index}.`,
    none: 'None yet.',
  },
  attachment: {
    limits: (kinds, size, bytes, count) =>
      `${kinds}, up to ${size} (${bytes} bytes) each, up to ${count} files.`,
    kinds: {
      'image/jpeg': 'JPEG',
      'image/png': 'PNG',
      'image/heic': 'HEIC',
      'image/heif': 'HEIF',
      'image/webp': 'WebP',
      'application/pdf': 'PDF',
    },
    choose: 'Choose files',
    camera: 'Take a photo',
    drop: 'You can also drop files here',
    remove: 'Remove',
    removeNamed: (name) => `Remove ${name}`,
    save: 'Save',
    saveNamed: (name) => `Save ${name}`,
    sending: (share) => `Sending ${share}%`,
    arrived: (name) => `${name} has been sent.`,
    removed: (name) => `${name} has been removed.`,
    failed: (name, reason) => `${name} could not be sent. ${reason}`,
    dismiss: 'Close',
    tooLarge: (size) => `The file is too large. The limit is ${size}.`,
    wrongKind: (kinds) => `Files of this kind are not accepted. Please use ${kinds}.`,
    tooMany: (count) => `Up to ${count} files. Remove one first.`,
    unreachable: 'The connection is lost. Please choose the file again once it is back.',
    full: (count) => `All ${count} files are in place.`,
  },
  correction: {
    comment: 'Request from the office',
    locked: '(cannot be changed)',
  },
  masked: '(hidden)',
  show: 'Show',
  hide: 'Hide',
  asked: (titles) => `New questions: ${titles}`,
};
