import type { ReadSentence } from './context';
import type { Story } from './story';
import type { FoundUtterance } from './utterance';

export function findParaphrases(_story: Story, _own: ReadSentence): FoundUtterance[] {
  return [];
}
