import { beginUpload, cancelUpload, finishUpload, sendPiece } from '../../../api/drafts.js';
import { isRefused, Unreachable } from '../../../api/request.js';
import type { AttachmentView } from '../../../api/types.js';

/** Small enough that little is sent twice over a bad line, large enough that a good one is not kept waiting. */
const PIECE = 256 * 1024;
/** Pause before the next try while the server does not answer, in milliseconds. */
const PAUSE = 2_000;

export interface FileToSend {
  readonly id: string;
  readonly draftId: string;
  readonly field: string;
  readonly file: File;
  readonly signal: AbortSignal;
  /** Share that the server has, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Nothing goes at the moment, and it goes on by itself: the line is away, or the session has ended. */
  readonly onPause: (why: 'offline' | 'signed-out') => void;
}

/**
 * Brings a file to the server piece by piece, from where the server says it has got to; waits as long as there is no
 * line or no session. Throws what the server refuses, and nothing else but for an aborted signal.
 */
export async function sendFile(sending: FileToSend): Promise<AttachmentView> {
  for (;;) {
    try {
      return await sendOnce(sending);
    } catch (error) {
      if (sending.signal.aborted) throw error;
      if (isRefused(error, 'sign-in-required')) sending.onPause('signed-out');
      else if (error instanceof Unreachable || isRefused(error, 'unavailable')) sending.onPause('offline');
      else if (!isRefused(error, 'upload-incomplete')) throw error;
      await pause(sending.signal);
    }
  }
}

/** Gives up an upload, so that the server need not wait for the rest of it. */
export function dropUpload(id: string): void {
  cancelUpload(id).catch(() => undefined);
}

async function sendOnce({
  id,
  draftId,
  field,
  file,
  signal,
  onProgress,
}: FileToSend): Promise<AttachmentView> {
  let upload = await beginUpload(draftId, { id, field, name: file.name, bytes: file.size }, signal);
  while (upload.attachment === null && upload.received < file.size) {
    onProgress(upload.received / file.size);
    const piece = file.slice(upload.received, upload.received + PIECE);
    upload = await sendPiece(id, upload.received, piece, signal);
  }
  onProgress(1);
  return upload.attachment ?? finishUpload(id, signal);
}

/** Ends early when the line comes back. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, PAUSE);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
