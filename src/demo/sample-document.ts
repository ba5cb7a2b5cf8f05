/** A PDF that stands for a ledger in the demo: pages of Latin letters and figures, in the fonts every viewer has. */
export function sampleDocument(pages: number): Buffer {
  return documentOf(Array.from({ length: pages }, (_, page) => ledgerPage(page + 1, pages)));
}

/** A page that stands for the scan of a form: Latin letters and figures, a line below the other. */
export function samplePaper(title: string, lines: readonly string[]): Buffer {
  const written = lines.map((line, index) => `1 0 0 1 72 ${700 - index * 36} Tm (${line}) Tj`);
  return documentOf([
    [
      `BT /F 18 Tf 1 0 0 1 72 770 Tm (${title}) Tj`,
      '/F 16 Tf',
      ...written,
      'ET',
      '0.5 w 72 752 m 523 752 l S',
    ].join('\n'),
  ]);
}

/** @param drawn content of each page, as PDF writes it */
function documentOf(drawn: readonly string[]): Buffer {
  const kids = drawn.map((_, index) => `${pageNumber(index + 1)} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${drawn.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...drawn.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${pageNumber(index + 1) + 1} 0 R >>`,
      `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    ]),
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const table = ['0000000000 65535 f ', ...places.map((at) => `${at} 00000 n `)].join('\n');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n${table}\ntrailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

function pageNumber(page: number): number {
  return 2 + page * 2;
}

function ledgerPage(page: number, pages: number): string {
  const lines = Array.from({ length: 31 }, (_, index) => {
    const amount = 198_000 + ((index * 7919 + page * 131) % 90_000);
    return `1 0 0 1 72 ${700 - index * 20} Tm (2019-${String(9 + page).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}                    ${amount.toLocaleString('en')}) Tj`;
  });
  return [
    'BT /F 18 Tf 1 0 0 1 72 770 Tm (SALES LEDGER) Tj',
    `/F 10 Tf 1 0 0 1 460 770 Tm (page ${page} / ${pages}) Tj`,
    '/F 12 Tf 1 0 0 1 72 735 Tm (date                              sales, yen) Tj',
    ...lines,
    'ET',
    '0.5 w 72 728 m 523 728 l S',
  ].join('\n');
}
