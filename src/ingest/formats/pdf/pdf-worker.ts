/**
 * What the worker thread runs, as text: it has to be loaded by Node itself wherever the project runs (compiled, or under a test
 * runner that cannot import ES modules), and unpdf's build of PDF.js is an ES module. Offsets are in points from the page's lower left.
 */
export const PDF_WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const library = import(workerData.library);
parentPort.on('message', async ({ bytes, maxPages }) => {
  try {
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
