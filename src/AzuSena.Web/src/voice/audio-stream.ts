import { toBase64 } from './formats';

interface Observer {
  next(piece: string): void;
  complete(): void;
}

/** Recorded pieces on their way to the service, in the shape of a stream that SignalR sends. It keeps what comes before the line is there. */
export class AudioStream {
  readonly #kept: string[] = [];
  #observer: Observer | undefined;
  #isComplete = false;

  push(bytes: Uint8Array): void {
    const piece = toBase64(bytes);
    if (this.#observer) this.#observer.next(piece);
    else this.#kept.push(piece);
  }

  complete(): void {
    if (this.#isComplete) return;
    this.#isComplete = true;
    this.#observer?.complete();
  }

  subscribe(observer: Observer): { dispose(): void } {
    this.#observer = observer;
    for (const piece of this.#kept.splice(0)) observer.next(piece);
    if (this.#isComplete) observer.complete();
    return { dispose: () => (this.#observer = undefined) };
  }
}
