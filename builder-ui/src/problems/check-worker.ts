import type { ProcedureFiles } from '#engine';
import { checkDraft } from './check-draft.js';

/** Beside the screen: letters go on appearing while the whole procedure is checked. */
addEventListener('message', ({ data }: MessageEvent<ProcedureFiles>) => {
  postMessage(checkDraft(data));
});
