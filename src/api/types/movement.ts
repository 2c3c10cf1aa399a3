import { registerEnumType } from 'type-graphql';

export enum Movement {
  NEW = 'NEW',
  ROSE = 'ROSE',
  FELL = 'FELL',
  GONE = 'GONE',
  SAME = 'SAME',
}
registerEnumType(Movement, {
  name: 'Movement',
  description:
    'How much more or less there is of something. By its share of all passages, so that a longer call is not more of everything.',
  valuesConfig: {
    NEW: { description: 'None before, two passages or more now.' },
    ROSE: { description: 'Its share is larger by half or more, and by three passages of the later call or more.' },
    FELL: { description: 'Its share is smaller by half or more, and by three passages of the later call or more.' },
    GONE: { description: 'Two passages or more before, none now.' },
    SAME: { description: 'None of these, or not to be told since a call is missing.' },
  },
});
