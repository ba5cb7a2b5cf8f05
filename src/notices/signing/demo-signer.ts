import type { TestAuthority } from '../../signatures/test-authority.js';
import { NoticeSigner, type OfficeMeans } from './notice-signer.js';

/** The demo's: every department has a key by the test authority. */
export class DemoSigner extends NoticeSigner {
  constructor(private readonly authority: TestAuthority) {
    super();
  }

  meansOf(department: string): Promise<OfficeMeans> {
    const key = this.authority.officeKey(department);
    return Promise.resolve({ key, stamps: this.authority, seal: null });
  }
}

/** Nothing is set: notices leave unsigned. */
export class NoSigner extends NoticeSigner {
  meansOf(): Promise<OfficeMeans> {
    return Promise.resolve({ key: null, stamps: null, seal: null });
  }
}
