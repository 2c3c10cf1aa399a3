import type { TextRange } from '../../neutral-document';
import type { TopicFinding } from '../finding';

/** Topics of a stretch of text, best score first. */
export function tagTopics(_text: string, _range: TextRange): TopicFinding[] {
  return [];
}
