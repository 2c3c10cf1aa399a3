/**
 * A topic as the taxonomy knows it. Descriptions say what belongs to a topic and what does not, because people and the tagger
 * read the same lines. The lists of words feed the tagger; a topic without them is tagged by hand only.
 *
 * How words are written: lower case matches any case; a capital asks for one ("Apple" is no fruit, "US" is not "us").
 * Plurals, possessives, accents, hyphens and British or American spelling need no entry of their own. `…` stands for up to six
 * words of the same sentence.
 */
export interface TopicDefinition {
  /** Stable name in addresses and filters; never reused for another meaning. */
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Other spellings that a filter accepts for this topic, blind to case. They are names, not words to look for. */
  readonly aliases?: readonly string[];
  /** Slug of the wider topic; a filter on the parent finds this one too. */
  readonly parent?: string;
  /** Single words that name the topic. */
  readonly terms?: readonly string[];
  /** Runs of words that name the topic as a whole. */
  readonly phrases?: readonly string[];
  /** Words that count only where the talk is of one of `near` anyhow: "infrastructure" beside AI, not beside pipelines. */
  readonly hints?: readonly string[];
  /** Slugs that make hints count, with all below them; without it the topic's own words do. */
  readonly near?: readonly string[];
  /** Slugs that make hints count in the same sentence only, with all below them: too common a talk to colour what follows. */
  readonly beside?: readonly string[];
  /** Runs of words that contain a term, a phrase or a hint and mean something else: "computing platform" is not compute. */
  readonly exclusions?: readonly string[];
  /** The topic stands for what nothing narrower fits: words that are part of a sub-topic's are not counted for it as well. */
  readonly isResidual?: boolean;
  /** The topic is an organisation, which "they" and "the company" can stand for. */
  readonly isOrganization?: boolean;
}

/** A list as people write it: separated by commas, over as many lines as it takes. */
export const words = (list: string): readonly string[] => list.trim().split(/\s*,\s*/);
