/**
 * What the worker thread runs, as text: it has to be loaded by Node itself wherever the project runs (compiled, or under a test
 * runner that cannot import ES modules), and unpdf's build of PDF.js is an ES module. Offsets are in points from the page's lower left.
 */
export const PDF_WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { inflateSync, constants } = require('node:zlib');
const library = import(workerData.library);
// PDF.js unpacks a page's stream whole, outside the heap that the thread is limited to: 1 MB may become 1 GB. Pictures it leaves alone.
function isBomb(bytes, most) {
  let left = most;
  for (let at = bytes.indexOf('stream'), next; at >= 0; at = bytes.indexOf('stream', next)) {
    next = at + 6;
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const head = bytes.toString('latin1', Math.max(bytes.lastIndexOf('obj', at), at - 4096, 0), at);
    if (/\\/Subtype\\s*\\/Image\\b/.test(head)) continue;
    while (bytes[next] === 13 || bytes[next] === 10) next++;
    const end = bytes.indexOf('endstream', next);
    let data = bytes.subarray(next, end < 0 ? bytes.length : end);
    // Filters may be chained; each layer is one more zlib stream.
    for (let layer = 0; layer < 4 && (data[0] & 15) === 8 && (data[0] * 256 + data[1]) % 31 === 0; layer++) {
      try {
        data = inflateSync(data, { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH });
      } catch (error) {
        if (error.code === 'ERR_BUFFER_TOO_LARGE') return true;
        break;
      }
      left -= data.length;
      if (left <= 0) return true;
    }
    if (end >= 0) next = end + 9;
  }
  return false;
}
parentPort.on('message', async ({ bytes, maxPages, maxUnpacked }) => {
  try {
    if (isBomb(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), maxUnpacked)) {
      parentPort.postMessage({ error: { name: 'Bomb', message: '' } });
      return;
    }
    const { getDocument } = await library;
    const pdf = await getDocument({
      data: bytes, isEvalSupported: false, useSystemFonts: true, disableFontFace: true, verbosity: 0, stopAtErrors: false,
    }).promise;
    const pages = [];
    for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number++) {
      const page = await pdf.getPage(number);
      const [, , width, height] = page.view;
      const { items } = await page.getTextContent();
      pages.push({
        width, height,
        items: items.filter(({ str }) => str && str.trim()).map(({ str, transform, width, fontName }) => ({
          text: str, x: transform[4], y: transform[5], width, size: Math.hypot(transform[2], transform[3]) || Math.hypot(transform[0], transform[1]), font: fontName,
        })),
      });
      page.cleanup();
    }
    const count = pdf.numPages;
    await pdf.destroy();
    parentPort.postMessage({ pages, count });
  } catch (error) {
    parentPort.postMessage({ error: { name: String(error && error.name), message: String(error && error.message) } });
  }
});
`;
