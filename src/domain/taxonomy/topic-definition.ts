/**
 * A topic as the taxonomy knows it. Descriptions say what belongs to a topic and what does not, because people and the tagger
 * read the same lines. The lists of words feed the tagger; a topic without them is tagged by hand only.
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
  /** Single words that name the topic; the tagger takes their inflections as well. */
  readonly terms?: readonly string[];
  /** Runs of words that name the topic as a whole. */
  readonly phrases?: readonly string[];
  /** Runs of words that contain a term and mean something else: "computing platform" is not compute. */
  readonly exclusions?: readonly string[];
}
