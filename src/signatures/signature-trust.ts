import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Certificate } from './certificate.js';
import { ListsAndResponder } from './revocation.js';
import { RevocationList } from './revocation-list.js';
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
  async of(now: Date): Promise<Trust> {
    const settings = this.config.signatureTrust;
    const [anchors, intermediates, lists] = await Promise.all([
      certificatesIn(settings?.anchors ?? []),
      certificatesIn(settings?.intermediates ?? []),
      listsIn(settings?.revocationLists ?? []),
    ]);
    const test = this.test.isThere;
    return {
      anchors: test ? [...anchors, this.test.anchor()] : anchors,
      intermediates,
      revocation: new ListsAndResponder(
        test ? [...lists, this.test.revocations(now)] : lists,
        settings?.responder ?? null,
      ),
      revocationRule: settings?.revocation ?? 'required',
      policies: settings?.policies ?? [],
    };
  }
}

async function certificatesIn(paths: readonly string[]): Promise<Certificate[]> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'latin1')));
  return texts.flatMap((text) => Certificate.ofPem(text));
}

async function listsIn(paths: readonly string[]): Promise<RevocationList[]> {
  const files = await Promise.all(paths.map((path) => readFile(path)));
  return files.flatMap((bytes) => RevocationList.read(bytes));
}
