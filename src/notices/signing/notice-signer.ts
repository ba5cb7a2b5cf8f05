import type { SigningKey } from '../../signatures/sign-cms.js';
import type { TimeStamps } from '../../signatures/time-stamps.js';

/** What a department has to sign its notices with. */
export interface OfficeMeans {
  /** Null: its notices leave unsigned, which the settings allow. */
  readonly key: SigningKey | null;
  readonly stamps: TimeStamps | null;
  /** Image of the seal (公印), as PNG; null: none is printed. */
  readonly seal: Buffer | null;
}

/** Where the office's keys are. Files now; a hardware module or a key service is another of these. */
export abstract class NoticeSigner {
  /**
   * @param department as the procedure names it
   * @throws NoticeUnsignable when its notices must be signed and cannot be now
   */
  abstract meansOf(department: string): Promise<OfficeMeans>;
}

/** A notice that must be signed cannot be: it waits, and an administrator is told. */
export class NoticeUnsignable extends Error {}
