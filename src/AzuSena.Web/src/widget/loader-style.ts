/**
 * The style of the button and the panel, in pixels: a page may give `rem` any size. Of rules that are important, those of the inner tree win, so that a page's
 * own cannot reach the host element either.
 */
export const sheet = `
:host {
  all: initial !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  right: 0 !important;
  bottom: 0 !important;
  display: block !important;
  width: 0 !important;
  height: 0 !important;
}
.button {
  all: initial;
  position: fixed;
  right: 20px;
  bottom: 20px;
  right: max(20px, env(safe-area-inset-right));
  bottom: max(20px, env(safe-area-inset-bottom));
  display: grid;
  place-items: center;
  width: 56px;
  height: 56px;
  border-radius: 50%;
  background: var(--azusena-color);
  box-shadow: 0 2px 12px rgb(0 0 0 / 0.3);
  cursor: pointer;
}
.button svg {
  width: 28px;
  height: 28px;
  fill: var(--azusena-on-color);
}
.button:focus-visible, .away:focus-visible {
  outline: 3px solid #fff;
  box-shadow: 0 0 0 6px #000;
}
.panel {
  position: fixed;
  inset: auto 20px 88px auto;
  box-sizing: border-box;
  width: 400px;
  max-width: calc(100vw - 40px);
  height: min(640px, calc(100vh - 108px));
  max-height: none;
  margin: 0;
  padding: 0;
  overflow: hidden;
  border: 1px solid rgb(128 128 128 / 0.5);
  border-radius: 16px;
  background: #fff;
  color: #1c2a18;
  box-shadow: 0 8px 40px rgb(0 0 0 / 0.3);
  font: 16px/1.5 system-ui, sans-serif;
}
.panel::backdrop {
  background: rgb(0 0 0 / 0.4);
}
.opening {
  margin: 64px 16px;
  text-align: center;
}
.away {
  position: absolute;
  top: 8px;
  right: 8px;
  padding: 8px 12px;
  border: 1px solid #54614e;
  border-radius: 8px;
  background: #fff;
  color: #1c2a18;
  font: inherit;
  cursor: pointer;
}
.ready .opening, .ready .away {
  display: none;
}
iframe {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  border: 0;
  visibility: hidden;
}
.ready iframe {
  visibility: visible;
}
@media (max-width: 40em), (max-height: 30em) {
  .panel {
    inset: 0;
    width: 100%;
    max-width: none;
    height: 100%;
    border: 0;
    border-radius: 0;
  }
}
@media (prefers-reduced-motion: no-preference) {
  .panel[open] {
    animation: arrive 0.18s ease-out;
  }
  @keyframes arrive {
    from { opacity: 0; transform: translateY(12px); }
  }
}
@media (prefers-color-scheme: dark) {
  .panel, .away { background: #11160f; color: #e7eee3; }
}
@media (forced-colors: active) {
  .button { border: 2px solid ButtonText; }
}
`;
