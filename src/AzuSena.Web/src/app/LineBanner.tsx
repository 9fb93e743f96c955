import { line, tryNow } from '../api/connection';
import { lookAtService, online, readiness } from '../state/service';
import { closeNotice, pageNotice } from '../state/page-notice';
import { texts } from '../texts';

/** Says when the service cannot be reached or cannot answer yet, and what happens next; and what has failed that belongs to no answer. */
export function LineBanner() {
  const words = bannerWords();
  return (
    <div class="banner-place" role="status">
      {words ? (
        <p class="banner">
          <span>{words}</span>
          {online.value && line.value === 'lost' ? (
            <button class="text-button" type="button" onClick={again}>
              {texts.line.again}
            </button>
          ) : null}
        </p>
      ) : null}
      {pageNotice.value ? (
        <p class="banner">
          <span>{pageNotice.value.words}</span>
          <button class="text-button" type="button" onClick={closeNotice}>
            {texts.line.understood}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function bannerWords(): string | null {
  if (!online.value) return texts.line.offline;
  if (line.value === 'lost') return texts.line.lost;
  const status = readiness.value?.status;
  if (status === 'indexing') return texts.line.indexing;
  return status === undefined || status === 'ready' ? null : texts.line.unavailable;
}

function again() {
  void tryNow();
  void lookAtService();
}
