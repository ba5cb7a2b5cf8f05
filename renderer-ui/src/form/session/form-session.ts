import { createContext, useContext } from 'react';
import type { AttachmentView, ReferableApplication } from '../../api/types.js';
import type { Language } from '../../texts/index.js';
import type { Evaluation, Form } from '../engine.js';
import type { Pointer } from '../pointer.js';

export interface PendingUpload {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** 0 to 1 */
  readonly progress: number;
  /** `paused`: nothing goes at the moment, and it goes on by itself. */
  readonly state: 'waiting' | 'sending' | 'paused' | 'failed';
  /** Whether sending the same file once more may help. */
  readonly canRetry: boolean;
  /** Why it did not arrive; null while it is on its way. */
  readonly failure: string | null;
}

/** Where uploaded files go and what is known of them. */
export interface FormFiles {
  readonly attachments: ReadonlyMap<string, AttachmentView>;
  readonly pending: (pointer: Pointer) => readonly PendingUpload[];
  readonly add: (pointer: Pointer, files: readonly File[]) => void;
  readonly remove: (pointer: Pointer, attachmentId: string) => void;
  readonly dismiss: (key: string) => void;
  /** Stops one that is on its way. */
  readonly cancel: (key: string) => void;
  readonly retry: (key: string) => void;
  /** Title of another question that has the same file; null when none has. */
  readonly twinOf: (attachmentId: string) => string | null;
  /** Address of the content, to look at or to download. */
  readonly address: (attachmentId: string) => string;
}

/** What stands beside one field, in words. */
export interface FieldMessages {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** What a correction lets change. */
export interface FieldCorrection {
  readonly isOpen: (pointer: Pointer) => boolean;
  /** The officer's words about exactly this place. */
  readonly comment: (pointer: Pointer) => string | null;
}

/** Everything a field needs to know beside itself. The answers live here; rjsf lays the fields out. */
export interface FormSession {
  readonly form: Form;
  readonly language: Language;
  /** As typed: nothing is pruned while somebody is still deciding. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly evaluation: Evaluation;
  readonly setAnswer: (pointer: Pointer, value: unknown) => void;
  /** The applicant has left the field: from now on its mistakes may be shown. */
  readonly leave: (pointer: Pointer) => void;
  /** Problems that may be shown now. */
  readonly messages: (pointer: Pointer) => FieldMessages;
  /** Set while a correction is answered; null: everything may be changed. */
  readonly correction: FieldCorrection | null;
  readonly files: FormFiles;
  /** Own applications that answers may refer to, the latest first. */
  readonly applications: readonly ReferableApplication[];
  /** Where an answer comes from that nobody has touched since (`profile.name`); null for what was typed here. */
  readonly sourceOf: (pointer: Pointer) => string | null;
}

const Session = createContext<FormSession | null>(null);

export const FormSessionProvider = Session.Provider;

export function useFormSession(): FormSession {
  const session = useContext(Session);
  if (!session) throw new Error('A field stands outside of a FormSessionProvider.');
  return session;
}

export const NO_MESSAGES: FieldMessages = { errors: [], warnings: [] };
