import type { Browser } from 'playwright-core';

/** A file as a person picks it in the browser's file dialog. */
export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Real JPEG photographs, some 10 kB each, of a sheet with these titles. */
export async function photograph<Title extends string>(
  browser: Browser,
  titles: readonly Title[],
): Promise<Record<Title, Paper>> {
  const page = await browser.newPage({ viewport: { width: 480, height: 640 } });
  const papers: [Title, Paper][] = [];
  for (const title of titles) {
    await page.setContent(sheet(title));
    const buffer = await page.screenshot({ type: 'jpeg', quality: 60 });
    papers.push([title, { name: `${title}.jpg`, mimeType: 'image/jpeg', buffer }]);
  }
  await page.close();
  return Object.fromEntries(papers) as Record<Title, Paper>;
}

/** A real PDF of one A4 page. */
export async function printToPdf(browser: Browser, title: string): Promise<Paper> {
  const page = await browser.newPage();
  await page.setContent(sheet(title));
  const buffer = await page.pdf({ format: 'A4' });
  await page.close();
  return { name: `${title}.pdf`, mimeType: 'application/pdf', buffer };
}

function sheet(title: string): string {
  return `<!doctype html><html lang="ja"><meta charset="utf-8">
<body style="margin:0;padding:60px 40px;background:#f4efe3;font:24px serif">
<h1 style="border:4px double #555;padding:40px 20px;text-align:center">${title}</h1>
<p>この書類は試験のために作った見本です。</p></body></html>`;
}
