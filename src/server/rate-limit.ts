import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

import type { RateLimitState } from '../api/rate-limit-state';
import type { Config } from '../platform/config';
import { EarshotError } from '../platform/errors';
import { type Authenticate, keyOf as apiKeyOf } from './auth/authenticate';
import { addressBlock, clientAddress, isLoopback } from './http/client-address';
import { rateLimitHeaders } from './http/rate-limit-header';

export interface Spending {
  /** Null where nothing is counted. */
  readonly state: RateLimitState | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RateLimit {
  /** Takes the cost of a query from the budgets of its sender, or throws RATE_LIMITED. */
  spend(request: IncomingMessage, cost: number): Promise<Spending>;
}

/** What a refusal takes from the budget: finding out is not free either. */
export const REFUSAL_COST = 20;
/** Keys that are counted at once; whoever makes up more is still counted by address. */
const MOST_KEYS = 20_000;
const FREE: Spending = { state: null, headers: {} };

/**
 * A request is counted under its address, and under its API key as well where it has one. Both budgets must have room: an address
 * gains nothing by making up keys, and a key nothing by changing its address.
 */
export function createRateLimit(
  config: Pick<Config, 'rateLimit' | 'rateLimitCost' | 'rateLimitWindow' | 'trustedProxies'>,
  log: Logger,
): RateLimit {
  const limit = config.rateLimitCost;
  const seconds = Math.ceil(config.rateLimitWindow / 1000);
  const limiter = new RateLimiterMemory({ points: limit, duration: seconds });
  const keys = new Set<string>();
  let hasWarned = false;
  let keysSince = performance.now();

  async function spend(request: IncomingMessage, cost: number): Promise<Spending> {
    if (config.rateLimit === 'off') return FREE;
    const address = clientAddress(request, config.trustedProxies);
    if (config.rateLimit === 'auto' && isLoopback(address)) {
      if (!hasWarned) noticeProxy(request);
      return FREE;
    }
    let tightest = await take(`address ${addressBlock(address)}`, cost, 'address');
    const key = keyOf(request);
    if (key !== null) {
      const second = await take(key, cost, 'key');
      if (second.remainingPoints < tightest.remainingPoints) tightest = second;
    }
    return {
      state: stateOf(tightest, cost),
      headers: rateLimitHeaders(limit, seconds, tightest.remainingPoints, Math.ceil(restOf(tightest) / 1000)),
    };
  }

  /** A proxy on this machine makes everybody look like a client on loopback, whom `auto` does not count. */
  function noticeProxy({ headers }: IncomingMessage): void {
    if (headers['x-forwarded-for'] === undefined && headers.forwarded === undefined) return;
    hasWarned = true;
    log.warn(
      { setting: 'EARSHOT_TRUSTED_PROXIES' },
      'a proxy on this machine passes requests on, and nobody behind it is counted by the rate limit: ' +
        'set EARSHOT_TRUSTED_PROXIES=loopback if it writes X-Forwarded-For itself, or EARSHOT_RATE_LIMIT to on or off',
    );
  }

  async function take(name: string, cost: number, policy: string): Promise<RateLimiterRes> {
    try {
      return await limiter.consume(name, cost);
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      throw refuse(refused as RateLimiterRes, policy);
    }
  }

  /** Until the window begins anew, in ms. The limiter reckons by the clock, which may be set back; its windows end by a timer all the same. */
  const restOf = ({ msBeforeNext }: RateLimiterRes): number => Math.min(msBeforeNext, seconds * 1000);

  function keyOf(request: IncomingMessage): string | null {
    const key = apiKeyOf(request);
    if (key === null) return null;
    if (performance.now() - keysSince > config.rateLimitWindow) {
      keys.clear();
      keysSince = performance.now();
    }
    // Keys are secrets, so memory holds only their digests.
    const digest = `key ${createHash('sha256').update(key).digest('base64url')}`;
    if (!keys.has(digest) && keys.size >= MOST_KEYS) return null;
    keys.add(digest);
    return digest;
  }

  function stateOf(result: RateLimiterRes, cost: number): RateLimitState {
    const resetAt = new Date(Date.now() + restOf(result)).toISOString();
    return { cost, limit, remaining: Math.max(0, result.remainingPoints), resetAt };
  }

  function refuse(result: RateLimiterRes, policy: string): EarshotError {
    const retryAfter = Math.max(1, Math.ceil(restOf(result) / 1000));
    return new EarshotError(
      'RATE_LIMITED',
      `The budget of this ${policy} (${limit} points of cost in ${seconds} s) is used up. Try again in ${retryAfter} s.`,
      { retryAfter, limit, window: seconds },
    );
  }

  return { spend };
}

/** The same, and whoever is not let in pays for it, at whichever door. What the database is to blame for is taken from nobody's budget. */
export function chargeRefusals(authenticate: Authenticate, rateLimit: RateLimit): Authenticate {
  return async (request) => {
    try {
      return await authenticate(request);
    } catch (error) {
      if (error instanceof EarshotError && error.code === 'UNAUTHENTICATED') {
        await rateLimit.spend(request, REFUSAL_COST);
      }
      throw error;
    }
  };
}
