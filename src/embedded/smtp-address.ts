/** Injection token: URL of the mail server (`smtp://…`); null where this process sends no mail, or knows no server. */
export const SMTP_ADDRESS = Symbol('smtp address');
