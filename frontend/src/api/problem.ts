// SPDX-License-Identifier: EUPL-1.2
import type { FieldError, Problem } from './gen/types.gen';

/** What the API answered when it could not do what was asked (RFC 9457), or that it could not be reached. */
export class ProblemError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }

  /** The last part of the problem's type: `stale-version`. */
  get code(): string {
    return this.problem?.type.split('/').pop() ?? '';
  }

  /** Every fault found, with where it is. */
  get faults(): FieldError[] {
    return this.problem?.errors ?? [];
  }

  /** Whether no answer came at all. */
  get isUnreachable(): boolean {
    return this.status === 0;
  }

  /** Whether somebody else has changed the thing since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }

  /** The same problem, each fault saying where it is: for fields that may lie folded in or in a part that is not shown. */
  withPlaces(placeOf: (pointer: string) => string): ProblemError {
    if (!this.problem?.errors) return this;
    const errors = this.problem.errors.map((fault) => ({ ...fault, message: `${placeOf(fault.pointer ?? '')}: ${fault.message}` }));
    return new ProblemError(this.status, { ...this.problem, errors });
  }

  /** The version now, where the thing has changed since it was read. */
  current<T>(): T | undefined {
    return this.problem?.current as T | undefined;
  }
}

/** Makes one of anything thrown. */
export function asProblem(thrown: unknown, status = 0): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  const isProblem = typeof thrown === 'object' && thrown !== null && 'type' in thrown && 'title' in thrown;
  return new ProblemError(status, isProblem ? (thrown as Problem) : undefined);
}
