import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { readTrust } from './read-trust.js';
import { readableName } from './signer.js';
import { TestAuthority } from './test-authority.js';
import type { Trust } from './verify-signature.js';

/** What this office believes, as its settings and, in a demo, the test authority say. */
@Injectable()
export class SignatureTrust {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly test: TestAuthority,
  ) {}

  /** Whether anything is believed at all: otherwise nobody can sign here. */
  get isThere(): boolean {
    return this.config.signatureTrust !== null || this.test.isThere;
  }

  /** Names of the authorities whose certificates are believed, as people know them. */
  async issuers(now: Date): Promise<readonly string[]> {
    const { anchors, intermediates } = await this.of(now);
    return [...new Set([...anchors, ...intermediates].map(({ subjectText }) => readableName(subjectText)))];
  }

  /** Read anew each time: lists of revocations change daily under the same name. */
  of(now: Date): Promise<Trust> {
    const test = this.test.isThere
      ? [{ anchor: this.test.anchor(), revocations: this.test.revocations(now) }]
      : [];
    return readTrust(this.config.signatureTrust, test);
  }
}
