import type { signingJa } from './signing-ja.js';

export const signingEn: typeof signingJa = {
  title: 'Electronic signature',
  documentTitle: (procedure: string) => `Electronic signature: ${procedure}`,
  lead: 'This procedure asks for an electronic signature. Sign what you have checked, then submit it.',
  preparing: 'Preparing what is to be signed',
  notPrepared: 'What is to be signed could not be prepared',
  toConfirm: 'Back to the check',
  fellAway:
    'The application was changed after it was signed, so that signature no longer counts. Please sign again.',
  agents: {
    title: 'Only the principal can sign',
    body: (name: string) =>
      `You are acting as agent of ${name}. What was entered is kept in their draft. ${name} signs in, opens this draft, and signs and submits it from the check.`,
  },
  answers: {
    title: 'Your application',
    lead: 'You sign the following. To change something, go back to the check.',
  },
  what: {
    title: 'What you sign',
    lead: 'One piece of data with your answers, the fingerprint (SHA-256) of each file, who applies and when it was made. If a single character changes afterwards, the signature no longer counts.',
    procedure: 'Procedure',
    preparedAt: 'Made at',
    size: 'Size',
    bytes: (count: number) => `${count.toLocaleString('en')} bytes`,
    sha256: 'Fingerprint (SHA-256)',
    download: 'Download the data',
    fileName: 'application.json',
    show: 'Show the data as it is',
  },
  how: {
    title: 'Sign',
    testTitle: 'Test certificate (worth nothing)',
    testLead:
      'This is a demo. A test certificate is made in your name for one signature; it has no legal effect.',
    test: 'Sign with a test certificate',
    fileTitle: 'Sign with your own certificate',
    fileSteps: [
      'Save what you sign with “Download the data” above.',
      'Sign the saved data with a tool for electronic signatures. Leave the data as it is; choose the form without the data (CMS, detached) and SHA-256.',
      'Choose the signature file (.p7s) that comes of it. It is verified at once.',
    ],
    file: 'Choose the signature file',
    fileKind: 'A file that ends in .p7s (CMS in DER)',
    chosen: (name: string) => `Chosen: ${name}`,
    certificateTitle: 'Certificates you can use, and where they come from',
    certificate: [
      'Individuals: the certificate for signatures on your My Number Card (with the password of 6 to 16 characters). Your municipality issues and renews it. A move or a change of name ends it.',
      'Corporations: the certificate of the representative (commercial registry), for instance. Apply at the Legal Affairs Bureau.',
    ],
    issuers: 'Certificates of these authorities are accepted:',
    checking: 'Verifying the signature',
    refused: 'The signature was not accepted',
  },
  signed: {
    title: 'The signature is good',
    by: 'Signed by',
    issuer: 'Certificate issued by',
    at: 'Accepted at',
    lead: 'You have not submitted yet. Press “Submit” to send the application with its signature.',
    submit: 'Submit',
    submitting: 'Sending',
    failed: 'The application could not be submitted',
  },
  /** On the page of the application, afterwards. */
  kept: {
    title: 'Electronic signature',
    submission: (n: number) => (n === 1 ? 'First submission' : `Correction ${n - 1}`),
    lead: 'The signature on what you submitted. You can save the signed data and the signature, so that any other verifier can check them.',
    parts: {
      content: 'Save the signed data',
      signature: 'Save the signature',
      certificate: 'Save the certificate',
    },
  },
  /** What officials read. */
  desk: {
    title: 'Electronic signature',
    verified: 'Verified',
    signer: 'Signed by',
    birthDate: 'Date of birth',
    address: 'Address',
    issuer: 'Certificate issued by',
    signedAt: 'Accepted at',
    substituted: ' (with substituted characters)',
    submission: (n: number) => `Submission ${n}`,
    differs: {
      name: 'The name on the certificate is not the one in the answers',
      birth_date: 'The date of birth on the certificate is not the one in the answers',
    },
    compared: (card: string, answer: string) => `Certificate: ${card}; answers: ${answer}`,
    parts: {
      content: 'Signed data',
      signature: 'Signature',
      certificate: 'Certificate',
    },
  },
};
