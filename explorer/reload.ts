/** True in the bundle of `npm run dev`. */
declare const RELOADS: boolean;

const EVERY_MS = 200;

/** In development: loads the page again once the server that it came from has been followed by another. */
export function reloadWithServer(): void {
  if (!RELOADS) return;
  let wasAway = false;
  setInterval(async () => {
    const isHere = await fetch('/live').then(
      ({ ok }) => ok,
      () => false,
    );
    if (isHere && wasAway) window.location.reload();
    wasAway = !isHere;
  }, EVERY_MS);
}
