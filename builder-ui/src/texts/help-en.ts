import type { helpJa } from './help-ja.js';

export const helpEn: typeof helpJa = {
  guide: 'Your first procedure',
  openGuide: 'Guide',
  closeGuide: 'Close the guide',
  progress: (done, all) => `${done} of ${all} done`,
  stepDone: 'Done',
  stepOpen: 'To do',
  listLead: 'A procedure is made in this order. Open a draft and press “Guide” to see how far it is.',
  helpAbout: (what) => `About “${what}”`,
  whatIsNew: 'What is new',
  unread: (count) => `${count}`,
  close: 'Close',
  news: [
    {
      day: '2026-11-23',
      title: 'Amounts and holds when trying out',
      text: 'Officials can change computed amounts, put an application aside and ask for a correction in a row; all of it can be kept as an example.',
    },
    {
      day: '2026-11-23',
      title: 'Lines of a letter, and new roles',
      text: '↑ and ↓ lead from line to line of a letter and Enter adds the next one. A new role is made where it is chosen.',
    },
    {
      day: '2026-11-23',
      title: 'Many questions at once',
      text: 'Paste the questions of a paper form: pages, choices and repeats come with them, and kinds are corrected in place.',
    },
    {
      day: '2026-11-23',
      title: 'Other names',
      text: 'Tables, mails, notices, roles, teams and what staff fill in can be renamed, wherever they are named.',
    },
    {
      day: '2026-11-22',
      title: 'Acceptance that comes every year',
      text: 'The acceptance period of a procedure can be given by month and day, for every year.',
    },
    {
      day: '2026-11-22',
      title: 'Applications under review can move',
      text: 'When publishing, choose whether applications under review move to the new version. Those that stay are counted by reason.',
    },
    {
      day: '2026-11-22',
      title: 'English side by side',
      text: 'What applicants read can be written in Japanese and English side by side, and tried out in English.',
    },
    {
      day: '2026-11-22',
      title: 'Guide and help',
      text: 'The guide of a draft says what to do next. A question mark opens an explanation of its place.',
    },
  ],
  steps: {
    basics: 'Write name, office, contact and acceptance period',
    form: 'Put together what applicants are asked',
    workflow: 'Say who checks and decides, in which order',
    messages: 'Write what applicants are sent',
    english: 'Give what applicants read its English',
    try: 'Go through it from application to result, and keep it as an example',
    publish: 'Look at the differences and ask for publication',
  },
  topics: {
    list: {
      title: 'Procedures',
      paragraphs: [
        'Procedures in force and drafts. A draft changes nothing for applicants until it is published.',
        'Begin with “New procedure”: from nothing, a template, a copy of another procedure or an exported ZIP.',
      ],
    },
    basics: {
      title: 'Basics',
      paragraphs: [
        'Name, office, contact, legal basis and acceptance period of the procedure.',
        'What opens at the same time every year needs no rewriting: choose a yearly acceptance.',
        'The standard processing period is not shorter than the usual way through the review.',
      ],
    },
    form: {
      title: 'Questions',
      paragraphs: [
        'On the left the order of the questions, in the middle what applicants see, on the right the settings of the question that is chosen.',
        'Add questions from the palette. Move them by dragging, or by Up, Down and Move to.',
        'Each outermost group is one page for applicants.',
        'The questions of a paper form go in at once, pages and all, where they are pasted under “Add many”.',
        'By keyboard F6 leads back to the row of editors (Basics, Questions …); ← and → walk along it.',
      ],
    },
    workflow: {
      title: 'Review',
      paragraphs: [
        'The stages from arrival to the end. Picture and list do the same.',
        'Each stage has a role, actions, a time limit and what applicants read.',
        'Routes are tried from the top; the first that fits is taken. The last has no condition.',
      ],
    },
    tables: {
      title: 'Tables',
      paragraphs: [
        'Rates, amounts, municipalities: values that formulas look up. Paste them from a spreadsheet.',
      ],
    },
    messages: {
      title: 'Mails',
      paragraphs: [
        'What applicants get by mail. Names and amounts are chosen, never typed.',
        'Beside it you see how it arrives, for any example applicant.',
      ],
    },
    notices: {
      title: 'Notices',
      paragraphs: [
        'Documents that become PDF. Document number, addressee and remedies come as standard blocks.',
      ],
    },
    english: {
      title: 'English',
      paragraphs: [
        'What applicants read, in Japanese and English side by side. What has no English is shown in Japanese.',
        'When the Japanese changes, its English has to be written again; find it with “Only those without English”.',
      ],
    },
    try: {
      title: 'Try out',
      paragraphs: [
        'Be the applicant, each official and the calendar in one screen. Nothing is received and nothing is kept.',
        'Keep a run as an example: it will tell you when a later change gives another result.',
      ],
    },
    examples: {
      title: 'Examples',
      paragraphs: [
        'An example is one story from application to result. All are tried after each change, and those with another result are named.',
        '“Make applicants” finds examples that pass every way once.',
      ],
    },
    publish: {
      title: 'Publishing',
      paragraphs: [
        'What differs from the version in force, and what that does to drafts and applications.',
        'Others must agree. It can be published at a time of your choice, and an earlier version can be put back.',
      ],
    },
    versions: {
      title: 'Versions',
      paragraphs: [
        'A published version never changes. As a rule an application keeps the version it arrived in.',
        'Where applications under review move to a new version, progress and the reasons of those that stay are here.',
      ],
    },
    'section-basic': {
      title: 'The question',
      paragraphs: [
        'The title is what applicants read. A help text and an example save telephone calls.',
        'A required question must be answered before submitting.',
      ],
    },
    'section-logic': {
      title: 'Conditions, computing, checks',
      paragraphs: [
        'With a condition, only those it concerns are asked.',
        'A formula computes a value from other answers. A check finds answers that contradict each other.',
      ],
    },
    'section-answer': {
      title: 'Rules for the answer',
      paragraphs: [
        'Length, range, kinds and size of files. Too strict a rule keeps out people who are right.',
      ],
    },
    'section-look': {
      title: 'Looks',
      paragraphs: ['Buttons or a list for the same choices, and the like. When in doubt, leave it.'],
    },
    'section-privacy': {
      title: 'Privacy',
      paragraphs: [
        'Applicants read why they are asked. Do not ask what the review does not need.',
        'Masked answers are hidden until an official opens them, which is recorded.',
      ],
    },
    'section-prefill': {
      title: 'First value',
      paragraphs: [
        'Answers may be there already, from the account or an earlier application. Applicants can change them.',
      ],
    },
    'section-rest': {
      title: 'Others',
      paragraphs: ['Settings that are rarely used. Leave what came with a template or another procedure.'],
    },
  },
};
