import type { Grounding } from '../api/events';
import { plainLine } from '../markdown/plain';
import { texts } from '../texts';

/** The sentences that the passages do not hold, or hold in part. */
export function Doubts({ sentences }: { sentences: Grounding[] }) {
  if (sentences.length === 0) return null;
  return (
    <div class="notice notice-doubts">
      <p>
        <strong>{texts.answer.doubts}.</strong> {texts.answer.doubtLead}
      </p>
      <ul>
        {sentences.map((one) => (
          <li>
            «{plainLine(one.sentence)}»{one.not_found?.length ? ` (${texts.answer.notFound(plainLine(one.not_found.join(', ')))})` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}
