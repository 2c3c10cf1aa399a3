import type { Known, KnownCompany, KnownFirm, KnownPerson, Term } from '../known/known';
import type { Gathered, PlacedName } from './gather';

/** What the names of a question are, once all of it is seen. */
export interface ChosenNames {
  readonly companies: readonly KnownCompany[];
  readonly excludedCompanies: readonly KnownCompany[];
  readonly people: readonly KnownPerson[];
  readonly excludedPeople: readonly KnownPerson[];
  readonly firms: readonly KnownFirm[];
  /** Topics and metrics, with where they stand. */
  readonly terms: readonly { readonly place: PlacedName; readonly terms: readonly Term[] }[];
  /** Who is only spoken about and is no topic: such names are searched as text. */
  readonly asText: readonly PlacedName[];
  readonly ambiguous: readonly { readonly place: PlacedName; readonly candidates: readonly string[] }[];
  /** Organisations that are asked to speak and of which the graph has no company. */
  readonly unheard: readonly PlacedName[];
  readonly cannotExclude: readonly PlacedName[];
  /** Where the companies stand that are left out. */
  readonly leftOut: readonly PlacedName[];
}

export function chooseNames(gathered: Gathered, asOf: string, known: Known): ChosenNames {
  const companies = new Map<number, KnownCompany>();
  const excludedCompanies = new Map<number, KnownCompany>();
  const people = new Map<number, KnownPerson>();
  const excludedPeople = new Map<number, KnownPerson>();
  const firms = new Map<number, KnownFirm>();
  const terms: { place: PlacedName; terms: readonly Term[] }[] = [];
  const asText: PlacedName[] = [];
  const ambiguous: { place: PlacedName; candidates: readonly string[] }[] = [];
  const unheard: PlacedName[] = [];
  const cannotExclude: PlacedName[] = [];
  const leftOut: PlacedName[] = [];
  const { names } = gathered;

  const speaks = (place: PlacedName) => {
    const { people: called, companies: listed, firms: houses } = place.item;
    return (
      !place.isObject &&
      !place.isNegated &&
      (called.length > 0 || houses.length > 0 || listed.some((company) => company.speaks))
    );
  };
  const someoneSpeaks = gathered.roles.length > 0 || gathered.wantsAnalysts || names.some(speaks);

  const aHouseSpeaks = names.some((place) => !place.isObject && isFirm(place, gathered));

  for (const place of names) {
    const { item, isNegated, isObject } = place;
    if (item.people.length > 0) continue;
    const topics = item.terms.filter((term) => term.kind === 'topic');
    if (item.companies.length === 0 && item.firms.length === 0) {
      if (isUnheard(place)) unheard.push(place);
      else if (!isManagement(place)) terms.push({ place, terms: item.terms });
      continue;
    }
    if (isFirm(place, gathered)) {
      if (isNegated) cannotExclude.push(place);
      else for (const firm of item.firms) firms.set(firm.id, firm);
      continue;
    }
    const onlySpokenOf = isObject && !item.isPossessive && someoneSpeaks && !gathered.wantsAnalysts && !aHouseSpeaks;
    const isSilent = item.companies.every((company) => !company.speaks) && place.slot !== 'by';
    if (topics.length > 0 && (onlySpokenOf || isSilent || (isNegated && isObject)))
      terms.push({ place, terms: topics });
    else if (onlySpokenOf && item.companies.length === 1) asText.push(place);
    else if (isNegated) {
      const [company] = item.companies;
      leftOut.push(place);
      if (company && item.companies.length === 1) excludedCompanies.set(company.id, company);
    } else if (item.companies.length === 1) for (const company of item.companies) companies.set(company.id, company);
  }
  for (const place of names) {
    const { item, isNegated } = place;
    // Those called so that are left out have to be one as well.
    if (item.companies.length > 1 && item.people.length === 0 && isNegated)
      ambiguous.push({ place, candidates: item.companies.map(({ name }) => name) });
    else if (item.companies.length > 1 && item.people.length === 0) {
      // Several are called so: the people of the question can tell which one.
      const linked = names.flatMap((other) =>
        other.item.people.length === 1 ? companiesOf(other.item.people[0], asOf, known) : [],
      );
      const meant = item.companies.filter(({ id }) => linked.includes(id));
      const [company] = meant;
      if (company && meant.length === 1) companies.set(company.id, company);
      else ambiguous.push({ place, candidates: item.companies.map(({ name }) => name) });
    }
    if (item.people.length === 0) continue;
    if (place.isObject && !isNegated && !item.isPossessive) {
      asText.push(place);
      continue;
    }
    const meant = narrow(item.people, companies, asOf, known);
    const [person] = meant;
    if (person && meant.length === 1) (isNegated ? excludedPeople : people).set(person.id, person);
    else ambiguous.push({ place, candidates: meant.map(({ name }) => name) });
  }
  return {
    companies: [...companies.values()],
    excludedCompanies: [...excludedCompanies.values()],
    people: [...people.values()],
    excludedPeople: [...excludedPeople.values()],
    firms: [...firms.values()],
    terms,
    asText,
    ambiguous,
    unheard,
    cannotExclude,
    leftOut,
  };
}

/** The people of management, where they speak; how a company is managed is a topic where it is spoken about. */
function isManagement({ item, slot }: Pick<PlacedName, 'item' | 'slot'>): boolean {
  return slot !== 'about' && item.terms.some((term) => term.kind === 'topic' && term.slug === 'management');
}

/** `AMD on data centers`, `What did AMD say`: a topic by its name, yet asked to speak. */
function isUnheard({ item, slot, before, after }: PlacedName): boolean {
  const follows = (...kinds: string[]) => after?.type === 'wording' && kinds.includes(after.mark.kind);
  const isAsked = slot === 'by' && before?.type === 'wording' && before.mark.kind === 'by';
  if (isAsked && follows('said')) return !isManagement({ item, slot });
  if (item.terms.length === 0 || !item.terms.every((term) => term.kind === 'topic' && term.isOrganization))
    return false;
  return isAsked || item.isPossessive || (slot === 'lead' && follows('about', 'said'));
}

/** A house that is a listed company as well asks and comments as a firm. */
function isFirm({ item, slot }: PlacedName, gathered: Gathered): boolean {
  if (item.firms.length === 0) return false;
  const speaks = item.companies.some((company) => company.speaks);
  return !speaks || ((gathered.wantsAnalysts || gathered.wantsQuestions) && slot !== 'about');
}

/** Of people of one name, those of the companies that the question names. */
function narrow(
  people: readonly KnownPerson[],
  companies: ReadonlyMap<number, KnownCompany>,
  asOf: string,
  known: Known,
): readonly KnownPerson[] {
  if (people.length === 1 || companies.size === 0) return people;
  const linked = people.filter((person) => companiesOf(person, asOf, known).some((id) => companies.has(id)));
  return linked.length > 0 ? linked : people;
}

function companiesOf(person: KnownPerson | undefined, asOf: string, known: Known): readonly number[] {
  return person ? known.occupationOf(person.id, asOf).companyIds : [];
}
