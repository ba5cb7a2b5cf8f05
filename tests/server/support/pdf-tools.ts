import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const installed = (tool: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));

/** Whether this machine can read PDFs (poppler-utils, qpdf); specs that need it skip themselves and say so. */
export const hasPoppler = ['pdftotext', 'pdfinfo', 'pdffonts'].every(installed);
export const hasQpdf = installed('qpdf');
export const hasPdfsig = installed('pdfsig');
/** certutil (libnss3-tools) makes the list of authorities that pdfsig believes. */
export const hasCertutil = installed('certutil');

function run(tool: string, options: readonly string[], pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-pdf-'));
  try {
    const file = join(folder, 'notice.pdf');
    writeFileSync(file, pdf);
    const [before, after] = tool === 'pdftotext' ? [[file, '-'], []] : [[], [file]];
    return execFileSync(tool, [...options, ...before, ...after], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text as a reader copies it, without the spaces and line breaks of the layout. */
export function textOf(pdf: Buffer): string {
  return run('pdftotext', [], pdf).replaceAll(/\s/g, '');
}

/** `Title`, `Tagged`, `Pages` … */
export function infoOf(pdf: Buffer): Readonly<Record<string, string>> {
  const lines = run('pdfinfo', [], pdf).split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/:\s+/, 2)).filter((parts) => parts.length === 2));
}

/** Names of the fonts, and whether all of them are inside. */
export function fontsOf(pdf: Buffer): { readonly names: readonly string[]; readonly embedded: boolean } {
  const rows = run('pdffonts', [], pdf).trim().split('\n').slice(2);
  return {
    names: rows.map((row) => row.split(/\s+/)[0]?.replace(/^[A-Z]+\+/, '') ?? ''),
    embedded: rows.every((row) => /Identity-H\s+yes\s+yes\s+yes/.test(row)),
  };
}

/** Left and right ends of all words, in points. */
export function extentOf(pdf: Buffer): { readonly left: number; readonly right: number } {
  const boxes = [...run('pdftotext', ['-bbox'], pdf).matchAll(/<word xMin="([\d.]+)".*? xMax="([\d.]+)"/g)];
  return {
    left: Math.min(...boxes.map((box) => Number(box[1]))),
    right: Math.max(...boxes.map((box) => Number(box[2]))),
  };
}

/** @throws when the file's structure has a fault */
export function checkStructure(pdf: Buffer): string {
  return run('qpdf', ['--check'], pdf);
}

/** What poppler says of the signatures of a file. */
export function signatureOf(pdf: Buffer): string {
  return run('pdfsig', ['-nocert'], pdf);
}

/** Folder of a new list of authorities (NSS) with one in it, for `trustOf`. Whoever made it removes it. */
export function listOfAuthorities(certificate: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-nss-'));
  const file = join(folder, 'authority.der');
  writeFileSync(file, certificate);
  const certutil = (...options: string[]) =>
    execFileSync('certutil', [...options, '-d', `sql:${folder}`], { stdio: 'ignore' });
  certutil('-N', '--empty-password');
  certutil('-A', '-n', 'authority', '-t', 'CT,CT,CT', '-i', file);
  return folder;
}

/**
 * The same, with what it says of the certificate when those of a list are the authorities. Told not to ask anybody whether
 * it was revoked, pdfsig 22 takes the question itself for a fault; where a certificate names nobody to ask, it asks nobody.
 */
export function trustOf(pdf: Buffer, authorities: string): string {
  return run('pdfsig', ['-nssdir', authorities], pdf);
}

/** The words of each page in the order in which they are read, without the spaces and line breaks of the layout. */
export function pagesOf(pdf: Buffer): readonly string[] {
  const pages = run('pdftotext', ['-raw'], pdf).split('\f');
  return pages.slice(0, -1).map((page) => page.replaceAll(/\s/g, ''));
}
