/** Words at a place of a page, in points from its lower left; Helvetica. */
export interface PdfWords {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** A small PDF with the given words on its pages: enough to read text from, made here so that no file of others is needed. */
export function makePdf(pages: readonly (readonly PdfWords[])[]): Buffer {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((words, i) => {
    const lines = words.map(({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${literal(text)}) Tj ET`);
    const stream = lines.join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
    );
    objects.push(`<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`);
  });
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const literal = (text: string): string => text.replace(/[\\()]/g, '\\$&').replace(/’/g, '\\222');

/** Pages of paragraphs, from the top, each wrapped to the width of the page. */
export const pdfOf = (pages: readonly (readonly string[])[]): Buffer =>
  makePdf(
    pages.map((paragraphs) =>
      paragraphs
        .flatMap((words) => words.match(/.{1,90}(?:\s|$)|^$/g) ?? [])
        .map((text, i) => ({ x: 60, y: 760 - 14 * i, text })),
    ),
  );
