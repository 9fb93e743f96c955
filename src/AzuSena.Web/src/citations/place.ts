import type { Citation } from '../api/events';
import { titleWords } from './quoted';

/** Where a passage stands: its document and the sections around it. */
export const placeWords = ({ title, heading_path = [] }: Citation): string =>
  [title, ...(heading_path[0] === title ? heading_path.slice(1) : heading_path)].map(titleWords).join(' › ');
