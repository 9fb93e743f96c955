import type { ClosestPassage } from '../api/events';

// Beyond what an answer cites, and with as many digits as a mark may have.
const first = 900;

/** Sets marks in the place of the titles that an abstention names, so that they can be drawn as buttons. */
export const withClosestMarks = (text: string, closest: readonly ClosestPassage[]): string =>
  closest.reduce((marked, { title }, index) => marked.replace(`«${title}»`, () => `«[${first + index}]»`), text);

/** The passage that such a mark stands for. */
export const closestOf = (number: number, closest: readonly ClosestPassage[]): ClosestPassage | undefined => closest[number - first];
