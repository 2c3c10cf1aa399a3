import { SpeakerRole } from '../../../domain/utterance-enums';
import { compareNames, isLikelySame } from '../../../language/name/compare-names';
import { foldName } from '../../../language/name/person-name';
import type { Evidence } from './gather-evidence';
import { fullName } from './gather-evidence';
import type { OfficeHolder } from './office-holder';
import { MOST_VOICES, type Voice } from './voice';

/**
 * Gives voices their names, firms and offices. A label's name stands; a number gets a name only where the words around leave
 * no other, and two voices never get one name; where other labels are names, whoever wrote them knew no name for a number.
 */
export function nameVoices(
  voices: readonly Voice[],
  evidence: Evidence,
  present: readonly OfficeHolder[],
  namesNumbers: boolean,
): void {
  const taken = voices.slice(0, MOST_VOICES).flatMap(({ name }) => (name === null ? [] : [name]));
  const best = voices.map((_, i) => evidence.names[i]?.best() ?? null);
  const order = voices.map((_, i) => i).sort((a, b) => (best[b]?.weight ?? 0) - (best[a]?.weight ?? 0));
  for (const i of order) {
    const voice = voices[i] as Voice;
    const found = voice.isNumbered ? (evidence.names[i]?.best(taken) ?? null) : best[i];
    voice.firm ??= evidence.firms[i] ?? null;
    if (voice.isNumbered && found && namesNumbers) {
      const name =
        voice.isAnnounced || voice.role === SpeakerRole.OPERATOR ? found.name : fullName(found.name, present);
      if (!taken.some((other) => isLikelySame(other, name) || foldName(other) === foldName(name))) {
        if (taken.length < MOST_VOICES) taken.push(name);
        if (voice.name !== null) voice.aliases.add(voice.name);
        voice.name = name;
        voice.isInferred = true;
        voice.rule =
          found.kinds.has('SELF') || found.kinds.has('ANNOUNCED')
            ? 'a voice that is presented'
            : 'a voice that others name';
      }
    }
    standIn(voice, evidence, i, found?.name ?? null);
    // An operator labelled by his part may still be called by name, `Krista, the next question please`.
    if (voice.role === SpeakerRole.OPERATOR && found && voice.name !== null && found.name !== voice.name)
      voice.aliases.add(found.name);
    addAliases(voice, found ? [found.name, ...found.aliases] : []);
    if (i < MOST_VOICES) findTitle(voice, present);
  }
}

/** The label names the absent one, the words the one who speaks. */
function standIn(voice: Voice, { standsInFor }: Evidence, at: number, self: string | null): void {
  const absent = standsInFor[at];
  if (!absent || !self || voice.isNumbered || voice.name === null) return;
  if (compareNames(voice.name, self) !== 'DIFFERENT' || compareNames(voice.name, absent) === 'DIFFERENT') return;
  voice.name = self;
  voice.isInferred = true;
  voice.rule = 'a label whose bearer is absent';
}

function addAliases(voice: Voice, forms: readonly string[]): void {
  for (const form of forms)
    if (
      voice.name !== null &&
      foldName(form) !== foldName(voice.name) &&
      compareNames(form, voice.name) !== 'DIFFERENT'
    )
      voice.aliases.add(form);
}

/** The office with which the opening presents the person; a name told in part only where one person fits. */
function findTitle(voice: Voice, present: readonly OfficeHolder[]): void {
  if (voice.name === null || voice.role === SpeakerRole.OPERATOR || voice.isAnnounced) return;
  const name = voice.name;
  const same = present.filter((person) => isLikelySame(person.name, name));
  const fits = same.length > 0 ? same : present.filter((person) => compareNames(person.name, name) === 'UNSURE');
  const people = new Set(fits.map((person) => foldName(person.name)));
  const [first] = fits;
  if (!first || people.size !== 1) return;
  voice.title ??= first.title;
  if (foldName(first.name) !== foldName(name)) voice.aliases.add(first.name);
}
