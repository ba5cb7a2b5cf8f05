/** On a page that the server drew, until the program is there. */
export const earlyJa = { typeAlready: '準備しています。もう入力できます' };
