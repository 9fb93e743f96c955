/** An error of the service: a stable code for programs, a message for people. */
export class AzuSenaError extends Error {
  constructor(
    /** The stable code, such as `question_invalid`: docs/errors.md. */
    readonly code: string,
    message: string,
    /** The HTTP status; absent for a failure in the middle of an answer. */
    readonly status?: number,
    /** The field of the request that is wrong. */
    readonly field?: string,
    /** Seconds to wait before asking again, if that is known. */
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = 'AzuSenaError';
  }

  /** The error that a response tells. */
  static async of(response: Response): Promise<AzuSenaError> {
    const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string; field?: string };
    const wait = Number(response.headers.get('retry-after') ?? NaN);
    return new AzuSenaError(
      problem.code ?? 'internal', problem.detail ?? response.statusText, response.status, problem.field, Number.isNaN(wait) ? undefined : wait);
  }
}
