/** Words with what tells whose they are and where they stand. */
export const SPOKEN = `fragment Spoken on Utterance {
  id text directness section speakerLabel saidOn
  speaker { name }
  company { name }
  quarter { label }
  source { start end document { title publisher url } }
}`;

/** What `earshot ask` asks of the graph. */
export const ASK_QUERY = `query Ask($question: String!, $asOf: Date, $limit: Int!) {
  ask(question: $question, asOf: $asOf) {
    interpretation { target query text ignored hint candidates }
    statements(first: $limit) { totalCount totalCountIsExact nodes { ...Spoken executive { title } } }
    analystComments(first: $limit) { totalCount totalCountIsExact nodes { ...Spoken analyst { title firm { name } } } }
    exchanges(first: $limit) {
      totalCount totalCountIsExact
      nodes { event { title date } questions { ...Spoken analyst { title firm { name } } } answers { ...Spoken executive { title } } }
    }
    metrics { metric { name label } company { name } period value unit currency derivation formula }
  }
}
${SPOKEN}`;

export interface Spoken {
  readonly id: string;
  readonly text: string;
  readonly directness: string;
  readonly section: string;
  readonly speakerLabel: string;
  readonly saidOn: string | null;
  readonly speaker: { readonly name: string } | null;
  readonly company: { readonly name: string } | null;
  readonly quarter: { readonly label: string } | null;
  readonly source: {
    readonly start: number;
    readonly end: number;
    readonly document: { readonly title: string; readonly publisher: string | null; readonly url: string | null };
  };
  readonly executive?: { readonly title: string } | null;
  readonly analyst?: { readonly title: string | null; readonly firm: { readonly name: string } | null } | null;
}

export interface Asked {
  readonly event: { readonly title: string; readonly date: string };
  readonly questions: readonly Spoken[];
  readonly answers: readonly Spoken[];
}

export interface Measured {
  readonly metric: { readonly name: string; readonly label: string };
  readonly company: { readonly name: string };
  readonly period: string;
  readonly value: string | null;
  readonly unit: string;
  readonly currency: string | null;
  readonly derivation: string;
  readonly formula: string | null;
}

/** A page of a list. */
export interface List<T> {
  readonly totalCount: number;
  /** False: there are more than `totalCount`. */
  readonly totalCountIsExact: boolean;
  readonly nodes: readonly T[];
}

export interface AskAnswer {
  readonly interpretation: {
    readonly target: string;
    readonly query: string;
    readonly text: string | null;
    readonly ignored: readonly string[];
    readonly hint: string | null;
    readonly candidates: readonly string[];
  };
  readonly statements: List<Spoken>;
  readonly analystComments: List<Spoken>;
  readonly exchanges: List<Asked>;
  readonly metrics: readonly Measured[];
}
