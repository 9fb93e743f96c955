// The Markdown parser uses Array.prototype.at, which phones of 2020 do not know yet.
if (!('at' in Array.prototype)) {
  Object.defineProperty(Array.prototype, 'at', {
    configurable: true,
    writable: true,
    value(this: unknown[], index: number) {
      return this[index < 0 ? this.length + index : index];
    },
  });
}

export {};
