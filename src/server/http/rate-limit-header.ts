/** As draft-ietf-httpapi-ratelimit-headers-10 has it: q the quota, w its window, r what remains, t until when; times in seconds. */
export function rateLimitHeaders(
  limit: number,
  windowSeconds: number,
  remaining: number,
  resetSeconds: number,
): Record<string, string> {
  return {
    'ratelimit-policy': `"cost";q=${limit};w=${windowSeconds}`,
    ratelimit: `"cost";r=${Math.max(0, remaining)};t=${resetSeconds}`,
  };
}
