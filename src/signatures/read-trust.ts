import { readFile } from 'node:fs/promises';
import type { SignatureTrustSettings } from '../config/signature-trust.js';
import { Certificate } from './certificate.js';
import { ListsAndResponder } from './revocation.js';
import { RevocationList } from './revocation-list.js';
import type { Trust } from './verify-signature.js';

/** Somebody who is believed besides the settings, and what they have called back. */
interface AlsoTrusted {
  readonly anchor: Certificate;
  readonly revocations: RevocationList;
}

/** Reads the files that the settings name; `null` names none. Throws what reading them throws. */
export async function readTrust(
  settings: SignatureTrustSettings | null,
  also: readonly AlsoTrusted[] = [],
): Promise<Trust> {
  const [anchors, intermediates, lists] = await Promise.all([
    certificatesIn(settings?.anchors ?? []),
    certificatesIn(settings?.intermediates ?? []),
    listsIn(settings?.revocationLists ?? []),
  ]);
  return {
    anchors: [...anchors, ...also.map(({ anchor }) => anchor)],
    intermediates,
    revocation: new ListsAndResponder(
      [...lists, ...also.map(({ revocations }) => revocations)],
      settings?.responder ?? null,
    ),
    revocationRule: settings?.revocation ?? 'required',
    policies: settings?.policies ?? [],
  };
}

async function certificatesIn(paths: readonly string[]): Promise<Certificate[]> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'latin1')));
  return texts.flatMap((text) => Certificate.ofPem(text));
}

async function listsIn(paths: readonly string[]): Promise<RevocationList[]> {
  const files = await Promise.all(paths.map((path) => readFile(path)));
  return files.flatMap((bytes) => RevocationList.read(bytes));
}
