/** On a page that the server drew, until the program is there; whoever reads English gets the page from the program. */
export const earlyJa = { typeAlready: '準備しています。もう入力できます' };
