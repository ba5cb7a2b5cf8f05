/** Of `FormProgram`. A change that an older browser would misread gets the next number. */
export const FORM_PROGRAM_FORMAT = 3;
