import type { identityJa } from './identity-ja.js';

export const identityEn: typeof identityJa = {
  signIn: {
    title: 'Sign in another way',
    lead: 'With one of these services you sign in without a password. You can also register from here.',
    with: (service: string) => `Sign in with ${service}`,
    leading: 'Taking you to the service',
  },
  failed: {
    title: 'You could not be signed in',
    reasons: {
      'identity-denied':
        'The service was left before it was done. Try again, or sign in with your e-mail address and password.',
      'identity-not-begun':
        'This was begun too long ago, or in another window. Please begin again at the sign-in.',
      'identity-not-proven':
        'The answer of the service could not be verified, so we stopped. Please begin again at the sign-in.',
      'identity-too-weak':
        'The authentication was not strong enough. Try again the way the service asks for, such as reading your card.',
      'identity-provider-away':
        'The service cannot be reached. Wait a while, or sign in with your e-mail address and password.',
      'identity-unknown': 'This service is not available at the moment. Please sign in another way.',
      'identity-taken': 'This identity is linked to another account. To use it here, unlink it there first.',
      'account-disabled': 'This account cannot be used. Contact us if you do not know why.',
    },
    other: 'Something went wrong on the way. Please begin again at the sign-in.',
    kept: 'Applications that you have begun are kept.',
    again: 'To the sign-in',
  },
  welcome: {
    title: 'Is this your first time here?',
    lead: (service: string) => `${service} has confirmed you. No account is linked to it yet.`,
    newTitle: 'If you are new',
    newLead:
      'Your name and more are taken over. We ask you to confirm an e-mail address and to fill in what is missing.',
    register: 'Go on to the registration',
    oldTitle: 'If you have registered already',
    oldLead: 'Sign in to your account once; from then on you can sign in with this service.',
    signIn: 'Sign in to my account',
    gone: 'It has been too long. Please begin again at the sign-in.',
  },
  link: {
    title: 'Link to your account',
    lead: (service: string, mail: string) => `Link ${service} to your account (${mail})?`,
    then: 'From then on you can also sign in with it. You can unlink it at any time.',
    submit: 'Link',
    cancel: 'Do not link',
  },
  own: {
    title: 'Ways to sign in',
    lead: 'Outside services, such as the app for the My Number Card, can be a way in.',
    show: 'Show',
    over: 'Your account',
    password: 'E-mail address and password',
    hasPassword: 'In use',
    noPassword: 'Not set',
    linkedOn: (date: string) => `Linked since ${date}`,
    lastUsed: (date: string) => `Last used: ${date}`,
    proven: 'Confirmed by the service',
    fields: {
      name: 'Name',
      birth_date: 'Date of birth',
      sex: 'Sex',
      address: 'Address',
      corporate_number: 'Corporate number',
      representative_name: 'Representative',
    },
    unlink: 'Unlink',
    unlinkNamed: (service: string) => `Unlink ${service}`,
    unlinked: 'Unlinked.',
    addTitle: 'Link a service',
    addLead: 'Once linked, you can sign in without a password.',
    add: (service: string) => `Link ${service}`,
    back: 'Back to your account',
  },
  profile: {
    provenTitle: 'Confirmed',
    provenLead: (service: string) => `${service} has confirmed this. It cannot be changed here.`,
    proven: 'Confirmed',
    prefilled: (service: string) => `Filled in from ${service}. Please put right what is wrong.`,
  },
};
