export const earlyEn = { typeAlready: 'Getting ready. You can type already.' };
