import type { FromChat, ToChat } from './messages';
import { labels } from './labels';
import { sheet } from './loader-style';

// A classic script on a stranger's page: one function, so that no name is left behind.
(() => {
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script) return;
  const service = new URL(script.src).origin;
  const { title = 'AzuSENA', color = '#1e6500', lang = 'es' } = script.dataset;
  const words = labels(lang, title);
  const narrow = matchMedia('(max-width: 40em), (max-height: 30em)');
  let frame: HTMLIFrameElement | undefined;

  const make = <T extends keyof HTMLElementTagNameMap>(tag: T, properties: Partial<HTMLElementTagNameMap[T]>, attributes: Record<string, string> = {}) => {
    const element = Object.assign(document.createElement(tag), properties);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  const button = make('button', { type: 'button', className: 'button' }, { 'aria-label': words.open, 'aria-expanded': 'false', 'aria-haspopup': 'dialog' });
  button.append(flower());
  const panel = make('dialog', { className: 'panel' }, { 'aria-label': title });
  const opening = make('p', { className: 'opening', textContent: words.opening }, { role: 'status' });
  const away = make('button', { type: 'button', className: 'away', textContent: words.close });
  panel.append(opening, away);

  const host = document.createElement('azusena-widget');
  host.lang = lang;
  host.style.setProperty('--azusena-color', color);
  host.style.setProperty('--azusena-on-color', onColor(color));
  const root = host.attachShadow({ mode: 'open' });
  dress(root);
  root.append(button, panel);

  const say = (message: ToChat) => frame?.contentWindow?.postMessage(message, service);

  const open = () => {
    if (!frame) {
      const address = new URL('/widget.html', service);
      address.search = String(new URLSearchParams({ title, color, lang, button: '1' }));
      frame = make('iframe', { src: String(address), title }, { allow: 'microphone; clipboard-write' });
      panel.append(frame);
      // A frame that may not be shown here says nothing.
      setTimeout(() => panel.classList.contains('ready') || (opening.textContent = words.absent), 15_000);
    }
    // In the way of the page only where there is no room beside it.
    if (narrow.matches) panel.showModal();
    else panel.show();
    button.setAttribute('aria-expanded', 'true');
    frame.focus();
    say({ azusena: 'opened' });
  };

  const close = () => panel.close();

  button.addEventListener('click', () => (panel.open ? close() : open()));
  away.addEventListener('click', close);
  panel.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  panel.addEventListener('close', () => {
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  });
  window.addEventListener('message', ({ data, origin, source }: MessageEvent<FromChat | null>) => {
    if (origin !== service || !frame || source !== frame.contentWindow) return;
    if (data?.azusena === 'close') close();
    if (data?.azusena !== 'ready') return;
    panel.classList.add('ready');
    if (panel.open) say({ azusena: 'opened' });
  });

  if (document.body) document.body.append(host);
  else document.addEventListener('DOMContentLoaded', () => document.body.append(host));

  /** A sheet of script is no inline style, which a page's policy may forbid. */
  function dress(shadow: ShadowRoot): void {
    try {
      const made = new CSSStyleSheet();
      made.replaceSync(sheet);
      shadow.adoptedStyleSheets = [made];
    } catch {
      shadow.append(make('style', { textContent: sheet }));
    }
  }

  function flower(): SVGSVGElement {
    const space = 'http://www.w3.org/2000/svg';
    const drawing = document.createElementNS(space, 'svg');
    drawing.setAttribute('viewBox', '0 0 24 24');
    drawing.setAttribute('aria-hidden', 'true');
    const shape = document.createElementNS(space, 'path');
    shape.setAttribute('d', 'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 5v-5H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zm3 5v2h10V9zm0 4v1h7v-1z');
    drawing.append(shape);
    return drawing;
  }

  /** Black or white, whichever is easier to read on a colour; white where the colour is not understood. */
  function onColor(of: string): string {
    const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(of);
    if (!parts) return '#fff';
    const [red, green, blue] = parts.slice(1).map((part) => {
      const share = parseInt(part, 16) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.179 ? '#000' : '#fff';
  }
})();
