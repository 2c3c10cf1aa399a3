/** How the caller stands with the rate limit; cost units. */
export interface RateLimitState {
  readonly cost: number;
  readonly limit: number;
  readonly remaining: number;
  /** ISO instant. */
  readonly resetAt: string;
}
