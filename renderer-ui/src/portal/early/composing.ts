// Of the file that runs ahead: whoever listens only when the program draws has missed a word that was begun before.
let whole: Promise<unknown> = Promise.resolve();
addEventListener(
  'compositionstart',
  () => (whole = new Promise((done) => addEventListener('compositionend', done, { once: true }))),
);

/** Half a word that an input method still holds would be cut off with its input. */
export const untilWordIsWhole = (): Promise<unknown> => whole;
