export { AzuSena, type AzuSenaOptions } from './client.js';
export { AzuSenaError } from './errors.js';
export type * from './types.js';
