import { createHash } from 'node:crypto';

/** Hash of an entry: RFC 6962, section 2.1. The first byte keeps an entry from passing for a node. */
export function leafHash(body: string): Buffer {
  return createHash('sha256').update(leafMark).update(body, 'utf8').digest();
}

const leafMark = Buffer.of(0);
const nodeMark = Buffer.of(1);

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(nodeMark).update(left).update(right).digest();
}

/** The root over leaves that come one after the other; keeps as many hashes as the tree is high. */
export class MerkleRoot {
  private readonly peaks: { readonly height: number; readonly hash: Buffer }[] = [];

  add(leaf: Buffer): void {
    let peak = { height: 0, hash: leaf };
    for (let last = this.peaks.at(-1); last?.height === peak.height; last = this.peaks.at(-1)) {
      this.peaks.pop();
      peak = { height: peak.height + 1, hash: nodeHash(last.hash, peak.hash) };
    }
    this.peaks.push(peak);
  }

  /** @returns of no leaf at all, the hash of nothing */
  root(): Buffer {
    const hashes = this.peaks.map(({ hash }) => hash);
    if (hashes.length === 0) return createHash('sha256').digest();
    return hashes.reduceRight((right, left) => nodeHash(left, right));
  }
}
