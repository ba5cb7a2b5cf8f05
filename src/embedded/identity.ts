import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The operating-system user that PostgreSQL runs as; `undefined` means: the same as this process. */
export type Identity = { readonly uid: number; readonly gid: number } | undefined;

/** `nobody`: exists on every system without being created. */
const nobody = { uid: 65_534, gid: 65_534 } as const;

/**
 * PostgreSQL refuses to run as root, so root starts it as the owner of an existing cluster, or as `nobody`.
 * @param cluster folder that holds the cluster, existing or not
 */
export function identityFor(cluster: string): Identity {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
}

/** Whether `identity` can read `path`, which takes the right to pass through every folder above it. */
export function canReach(identity: Identity, path: string): boolean {
  if (!identity) return true;
  const allows = (at: string, bits: number): boolean => {
    const { uid, gid, mode } = statSync(at);
    const shift = uid === identity.uid ? 6 : gid === identity.gid ? 3 : 0;
    return ((mode >> shift) & bits) === bits;
  };
  for (let above = dirname(path); above !== dirname(above); above = dirname(above)) {
    if (!allows(above, 0o1)) return false;
  }
  return allows(path, statSync(path).isDirectory() ? 0o5 : 0o4);
}
