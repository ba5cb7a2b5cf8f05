import { createContext, useCallback, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { AttachmentView, ReferableApplication } from '../../api/types.js';
import type { Language } from '../../texts/index.js';
import type { Form } from '../engine.js';
import { readerOf, type Pointer } from '../pointer.js';
import type { AnswersInHand, AnswersState, RawAnswers } from './answers-in-hand.js';
import { type FieldMessages, NO_MESSAGES } from './collect-messages.js';
import { useInHand } from './use-answers.js';

export interface PendingUpload {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** 0 to 1 */
  readonly progress: number;
  /** `paused`: nothing goes at the moment, and it goes on by itself. */
  readonly state: 'waiting' | 'preparing' | 'sending' | 'paused' | 'failed';
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
  /** Bytes of the photograph that a smaller copy was sent of; null for every other file. */
  readonly sizeBefore: (attachmentId: string) => number | null;
  /** Title of another question that has the same file; null when none has. */
  readonly twinOf: (attachmentId: string, answers: RawAnswers) => string | null;
  /** Address of the content, to look at or to download. */
  readonly address: (attachmentId: string) => string;
}

/** What a correction lets change. */
export interface FieldCorrection {
  readonly isOpen: (pointer: Pointer) => boolean;
  /** The officer's words about exactly this place. */
  readonly comment: (pointer: Pointer) => string | null;
}

/** A first answer that nobody here has typed. */
export interface FirstAnswer {
  /** Where it comes from: `profile.name`. */
  readonly source: string;
  readonly value: unknown;
}

/**
 * What a field needs to know beside itself. It stays the same while somebody types: the answers live in `inHand`, of
 * which each field watches its own part (`useFormState`). rjsf lays the fields out.
 */
export interface FormSession {
  readonly form: Form;
  readonly language: Language;
  readonly inHand: AnswersInHand;
  /** The applicant has left the field: from now on its mistakes may be shown. */
  readonly leave: (pointer: Pointer) => void;
  /** Set while a correction is answered; null: everything may be changed. */
  readonly correction: FieldCorrection | null;
  /** Own applications that answers may refer to, the latest first. */
  readonly applications: readonly ReferableApplication[];
  /** null for a question that began empty. */
  readonly firstAnswer: (pointer: Pointer) => FirstAnswer | null;
}

const Session = createContext<FormSession | null>(null);
/** By itself: a file on its way tells of its progress many times a second, and few fields have one. */
const Files = createContext<FormFiles | null>(null);

interface FormSessionProviderProps {
  readonly session: FormSession;
  readonly files: FormFiles;
  readonly children: ReactNode;
}

export function FormSessionProvider({ session, files, children }: FormSessionProviderProps): ReactNode {
  return (
    <Session value={session}>
      <Files value={files}>{children}</Files>
    </Session>
  );
}

const OUTSIDE = 'A field stands outside of a FormSessionProvider.';

export function useFormSession(): FormSession {
  const session = useContext(Session);
  if (!session) throw new Error(OUTSIDE);
  return session;
}

export function useFormFiles(): FormFiles {
  const files = useContext(Files);
  if (!files) throw new Error(OUTSIDE);
  return files;
}

/** A part of what is known of the answers; see `useInHand` for what may be selected. */
export function useFormState<T>(select: (state: AnswersState) => T): T {
  return useInHand(useFormSession().inHand, select);
}

/** The same for a part that belongs to one place: its answer, what is said about it, whether it is asked. */
export function useStateAt<T>(pointer: Pointer, select: (state: AnswersState) => T): T {
  const { inHand } = useFormSession();
  const subscribe = useCallback(
    (listener: () => void) => inHand.subscribeAt(pointer, listener),
    [inHand, pointer],
  );
  return useSyncExternalStore(subscribe, () => select(inHand.state));
}

/** The answer at a place, as typed. */
export function useAnswerAt(pointer: Pointer): unknown {
  const read = useMemo(() => readerOf(pointer), [pointer]);
  return useStateAt(pointer, ({ answers }) => read(answers));
}

/** What may be said about a place now. */
export function useMessagesAt(pointer: Pointer): FieldMessages {
  return useStateAt(pointer, ({ messages }) => messages.get(pointer) ?? NO_MESSAGES);
}
