import type { helpJa } from './help-ja.js';

export const helpEn: typeof helpJa = {
  help: {
    title: 'Help',
    lead: 'Applying on this site takes five steps.',
    steps: [
      {
        title: 'Find the procedure',
        text: 'Search by name or by everyday words. The page of a procedure says who it is for, until when you can apply and what to have ready. For some procedures you can check whether it is for you without signing in.',
      },
      {
        title: 'Register',
        text: 'Enter the six-digit code that is sent to your e-mail address, then your name, address and so on. From then on you only sign in.',
      },
      {
        title: 'Answer the questions',
        text: 'Go from page to page. What you enter is saved automatically: you can stop, and continue on another day or another device. If the connection drops, your input stays on the device.',
      },
      {
        title: 'Check and submit',
        text: 'Look through everything before you submit. You then get an application number, and a confirmation by e-mail.',
      },
      {
        title: 'Get the result',
        text: 'My page shows the present stage and the expected date. You are told by e-mail when something has to be corrected and when a decision was made.',
      },
    ],
    phone: 'Applying on a phone',
    phoneTips: [
      'You can attach photos of documents taken with the camera. Take the whole document, bright enough to read.',
      'Text can be enlarged in the settings of the device or by zooming in the browser.',
      'Where the signal is weak, what you enter stays on the device and is saved once you are connected.',
      'If you need to print, sign in with the same user ID on a computer and continue there.',
    ],
    browsers: 'Browsers',
    browsersText:
      'Versions of Chrome, Edge, Firefox and Safari of the last two years. JavaScript and cookies must be on; cookies are used only to keep you signed in.',
    hours: 'Hours',
    hoursText:
      'The site is open around the clock. When applications close is decided by the clock of the server (Japan time). It may be busy near the end: please submit early.',
    more: 'See also',
    links: {
      faq: 'Frequent questions',
      accessibility: 'Accessibility policy',
      privacy: 'Personal data',
      procedures: 'Procedures',
    },
    contact: 'For questions about a procedure, please ask the office named on its page.',
  },
  faq: {
    title: 'Frequent questions',
    search: 'Search the questions',
    searchSupport: 'Only questions that match are shown.',
    found: (count) => (count === 1 ? '1 question' : `${count} questions`),
    none: 'No question matches. Try a shorter word, or ask the office of the procedure.',
    common: 'Using this site',
    toProcedure: 'See the procedure',
    items: [
      {
        question: 'The mail with the code does not arrive.',
        answer:
          'Please look into your spam folder. With the address of a mobile phone company, allow mails from this site. If nothing has come after some minutes, have the code sent again.',
      },
      {
        question: 'I have forgotten my password.',
        answer:
          'You can choose a new one from the sign-in page. A code is sent to your registered e-mail address.',
      },
      {
        question: 'Is my input lost if I stop halfway?',
        answer: 'No. It is saved automatically. Continue from My page, on another device if you like.',
      },
      {
        question: 'I noticed a mistake after submitting.',
        answer:
          'What was submitted cannot be changed by yourself. Please tell the office. When it asks you for a correction you can change just that part. You can also withdraw the application and apply again.',
      },
      {
        question: 'How far has my application come?',
        answer: 'Its page under My page shows the present stage, what comes next and the expected date.',
      },
      {
        question: 'Can I use one account as a person and for a business?',
        answer: 'Yes. With one user ID you can apply both as a person and for a business.',
      },
      {
        question: 'Can somebody else apply for me?',
        answer:
          'Where the procedure allows it you can let an agent act for you. You set the scope and an end date, and can revoke it at any time.',
      },
      {
        question: 'I am afraid of missing the deadline.',
        answer:
          'Applications close at the time shown (Japan time). What counts is when the application reaches the server, not when you press the button. Please leave some time.',
      },
      {
        question: 'Can I apply on paper?',
        answer: 'If so, the page of the procedure says how.',
      },
      {
        question: 'The text is too small for me.',
        answer:
          'You can enlarge it up to 400% in the settings of the device or the browser. High-contrast settings are followed, too.',
      },
    ],
  },
  accessibility: {
    title: 'Accessibility policy',
    lead: 'This site is built and tested so that everybody can apply, with whatever tools they use.',
    target: 'Target',
    targetText:
      'Conformance to level AA of JIS X 8341-3:2016 (Guidelines for older persons and persons with disabilities, Part 3: Web content), and the success criteria of WCAG 2.2 level AA.',
    scope: 'Scope',
    scopeText:
      'All pages of this site and the application forms; not files attached by applicants, nor other sites.',
    date: 'When',
    dateText: 'From the day of publication on. New pages are tested before they are published.',
    done: 'What we do',
    doneList: [
      'Everything can be done by keyboard alone.',
      'Screen readers are told headings, names of fields, whether they are required, and what is wrong.',
      'Text can be enlarged to 400% and read without scrolling sideways.',
      'Nothing is said by colour alone. High contrast and reduced motion are respected.',
      'There is no time limit. What you enter is saved as you go.',
      'Every change is tested automatically. Once a year the whole site is tested and the result is published here.',
    ],
    exceptions: 'Exceptions',
    exceptionsText:
      'Notices are PDF files; the same content can be read on the screen. Pictures of maps come with the address in words.',
    contact: 'Tell us',
    contactText:
      'If something is hard to use or to read, please tell the office of the procedure. We also help by phone or in writing.',
  },
  privacy: {
    title: 'Personal data',
    lead: 'We use only what an application needs, and only for the stated purpose.',
    items: [
      {
        title: 'What for',
        text: 'What you enter is used to review the application, to contact you and to notify you of the result. The purpose of each question is shown in the form and on the page of the procedure.',
      },
      {
        title: 'Who sees it',
        text: 'Only the officials in charge of the procedure. Who opened it and when is recorded.',
      },
      {
        title: 'How long',
        text: 'For the years set for the procedure, shown on its page; then it is erased.',
      },
      {
        title: 'How it is protected',
        text: 'It is encrypted on its way. Passwords are stored in a form that cannot be turned back. Especially sensitive data such as account numbers are masked on the screen.',
      },
      {
        title: 'Cookies',
        text: 'Only those that keep you signed in. None for advertising or for following you on other sites.',
      },
      {
        title: 'Checking whether it is for you',
        text: 'The answers of the check before applying are not kept. They stand in the address of the page alone.',
      },
      {
        title: 'Seeing and correcting your data',
        text: 'You can see and change your own data under My page. To have records disclosed or corrected, please ask the office of the procedure.',
      },
    ],
  },
};
