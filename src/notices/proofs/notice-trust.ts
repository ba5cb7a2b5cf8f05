import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { readTrust } from '../../signatures/read-trust.js';
import { TestAuthority } from '../../signatures/test-authority.js';
import type { Trust } from '../../signatures/verify-signature.js';

/** Whose certificates our notices are signed with, and who stamps their time. */
@Injectable()
export class NoticeTrust {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly test: TestAuthority,
  ) {}

  /** Read anew each time: lists of revocations change daily under the same name. */
  of(now: Date): Promise<Trust> {
    const { noticeSigning } = this.config;
    const settings = {
      anchors: noticeSigning?.anchors ?? [],
      intermediates: [],
      revocationLists: noticeSigning?.revocationLists ?? [],
      responder: null,
      revocation: 'when-known',
      policies: [],
    } as const;
    const test = this.test.isThere
      ? [{ anchor: this.test.anchor(), revocations: this.test.revocations(now) }]
      : [];
    return readTrust(settings, test);
  }
}
