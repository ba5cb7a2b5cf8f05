import '../early/composing.js';
import { openAhead } from './open-draft.js';

/**
 * Opens the draft of the address as soon as its file is there, which holds what judges answers and nothing that draws:
 * the page of a draft runs that file by itself (`src/http/screen-files.ts`), and on a slow line the form is linked and
 * judged while React is still coming. Other screens that share the file stand at other addresses.
 */
const [, draftId] = /^\/drafts\/([^/]+)/.exec(window.location.pathname) ?? [];
if (draftId !== undefined) openAhead(draftId);
