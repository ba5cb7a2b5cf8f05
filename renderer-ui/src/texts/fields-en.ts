import type { fieldsJa } from './fields-ja.js';

export const fieldsEn: typeof fieldsJa = {
  why: {
    summary: 'Why do you ask?',
    purpose: (text) => `Used for: ${text}`,
    kept: (years) => `Kept for ${years} ${years === 1 ? 'year' : 'years'}, then erased.`,
  },
  calendar: 'Choose from a calendar',
  postal: {
    looking: 'Looking up the address …',
    filled: (place) => `Filled in “${place}”. Please complete it, and change it if it is wrong.`,
    kept: (titles) => `What you have entered for ${titles} was left as it is.`,
    replace: (place) => `Replace it with “${place}”`,
    which: 'This postal code covers several places. Please choose one.',
    none: 'No address was found for this postal code. Please enter the address yourself.',
    notOffered: (place) => `“${place}” is not among the choices of this procedure.`,
    away: 'The address cannot be looked up at the moment. Please enter it yourself.',
  },
  corporate: {
    left: (count) => `${count} more ${count === 1 ? 'digit' : 'digits'}`,
    over: (count) => `${count} ${count === 1 ? 'digit' : 'digits'} too many`,
    right: 'The digits fit together',
    wrong: (digit) => `One of the digits is wrong (if the other twelve are right, the first is ${digit})`,
    twelve: (digit) => `1 more digit. For a 12-digit company registration number, put ${digit} in front`,
  },
  combobox: {
    more: 'Type more to narrow the list.',
    found: (count) => (count === 1 ? '1 suggestion.' : `${count} suggestions.`),
    none: 'No suggestions.',
  },
  application: {
    choose: 'Press the box to choose from your own applications.',
    elsewhere: 'If you applied elsewhere, type its number.',
    noneHere: 'You have no application here that could be chosen.',
    typed: 'This number is not among your applications here. You can go on with it.',
    found: (count: number) => (count === 1 ? 'You have 1 application.' : `You have ${count} applications.`),
    none: 'None of your applications has this number or name.',
    submitted: (day: string) => `submitted ${day}`,
    filled: (titles: string) => `Filled in from the chosen application: ${titles}. Change what is not right.`,
  },
  bank: {
    support: 'Type part of the name, its reading or the code to see suggestions.',
    none: 'No suggestions. You can enter it as it is.',
    away: 'Suggestions cannot be shown at the moment. Please enter it as it is.',
    bankFirst: 'Choose the bank first to see suggestions, or enter it as it is.',
    picked: (name, code) => `${name} (${code}) was chosen.`,
    cleared: 'The bank has changed; please choose the branch again.',
    postOffice: 'Enter the symbol and number of a Japan Post Bank passbook',
    symbol: 'Symbol (記号, 5 digits)',
    number: 'Number (番号, up to 8 digits)',
    postOfficeResult: (branch, account) => `Branch ${branch}, account number ${account}`,
    postOfficeTake: 'Fill these in',
    postOfficeWrong:
      'The symbol has five digits and begins with 0 or 1; the number has up to eight digits. Both are on the first page of the passbook.',
  },
  search: {
    support: 'Type part of the name to see suggestions.',
  },
  rows: {
    up: (index) => `Move entry ${index} up`,
    down: (index) => `Move entry ${index} down`,
    moved: (index) => `Moved to place ${index}.`,
    open: (index) => `Open entry ${index}`,
    close: 'Close',
    empty: 'Nothing entered yet',
    paste: 'Paste from a spreadsheet',
    pasteTitle: (title) => `Paste: ${title}`,
    pasteHow: (columns) =>
      `Copy the cells in your spreadsheet and paste them below. The columns are “${columns}”, in this order. If the first line has headings, they decide.`,
    pasteBox: 'Table to paste',
    pasteCount: (rows, faulty) =>
      `${rows} ${rows === 1 ? 'row' : 'rows'} read.${faulty === 0 ? '' : ` ${faulty} to look at.`}`,
    pasteTooMany: (most, left) =>
      `At most ${most} rows fit, those already there included. The last ${left} will not be added.`,
    pasteAdd: (rows) => `Add ${rows} ${rows === 1 ? 'row' : 'rows'}`,
    pasteCancel: 'Cancel',
    pasteAdded: (rows) => `${rows} ${rows === 1 ? 'row was' : 'rows were'} added.`,
    pasteRow: 'Row',
    pasteFault: (title, value) =>
      `“${value}” cannot be read as ${title}. You can correct it once it is added.`,
    pasteMissing: (title) => `${title} is missing.`,
    pasteLost: (value) => `Too many columns: “${value}” is left out.`,
    pastePreview: 'What was read',
  },
};
