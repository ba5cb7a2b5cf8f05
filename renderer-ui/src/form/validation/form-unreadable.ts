/** The published form is none for this browser's engine, which is older than the server. A reload cures it. */
export class FormUnreadable extends Error {}
