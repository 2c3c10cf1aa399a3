import { z } from 'zod';

/** A list as people write it: separated by commas, over as many lines as it takes; or a list of YAML. */
const list = z
  .union([z.string().transform((words) => words.split(',')), z.array(z.string())])
  .transform((words): readonly string[] => words.map((word) => word.trim()).filter((word) => word !== ''));

/**
 * A topic as lexicon/topics tells it, under its slug: a stable name in addresses and filters, never reused for another meaning.
 * Descriptions say what belongs to a topic and what does not, because people and the tagger read the same lines. The lists of words
 * feed the tagger; a topic without them is tagged by hand only.
 *
 * How words are written: lower case matches any case; a capital asks for one ("Apple" is no fruit, "US" is not "us").
 * Plurals, possessives, accents, hyphens and British or American spelling need no entry of their own. `…` stands for up to six
 * words of the same sentence.
 */
export const topicEntry = z.strictObject({
  name: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
  /** Slug of the wider topic; a filter on the parent finds this one too. */
  parent: z.string().optional(),
  /** The topic stands for what nothing narrower fits: words that are part of a sub-topic's are not counted for it as well. */
  isResidual: z.boolean().optional(),
  /** The topic is an organisation, which "they" and "the company" can stand for. */
  isOrganization: z.boolean().optional(),
  /** Other spellings that a filter accepts for this topic, blind to case. They are names, not words to look for. */
  aliases: list.optional(),
  /** Single words that name the topic. */
  terms: list.optional(),
  /** Runs of words that name the topic as a whole. */
  phrases: list.optional(),
  /** Words that count only where the talk is of one of `near` anyhow: "infrastructure" beside AI, not beside pipelines. */
  hints: list.optional(),
  /** Slugs that make hints count, with all below them; without it the topic's own words do. */
  near: list.optional(),
  /** Slugs that make hints count in the same sentence only, with all below them: too common a talk to colour what follows. */
  beside: list.optional(),
  /** Runs of words that contain a term, a phrase or a hint and mean something else: "computing platform" is not compute. */
  exclusions: list.optional(),
});

export type TopicEntry = z.infer<typeof topicEntry>;

/** A topic with its slug, put together of all entries that tell of it. */
export interface TopicDefinition extends TopicEntry {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
}
