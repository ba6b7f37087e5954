import type { AtlasError } from "./errors.ts";
import { REQUEST_LIMITS } from "./limits.ts";

type Resource = keyof typeof REQUEST_LIMITS.budget;

/**
 * What one request uses up in total: each part of a filter may be within its own limit, but a request can contain a part very many times.
 * Take from it before the work is done.
 */
export class Budget {
  /** The cost of the query, once its first field is checked. */
  cost: number | undefined;

  private readonly used = new Map<Resource, number>();

  /** Takes an amount; throws the error made of the request's total and its limit when there is not enough left. */
  take(resource: Resource, amount: number, errorOf: (total: { value: number; max: number }) => AtlasError): void {
    const [value, max] = [(this.used.get(resource) ?? 0) + amount, REQUEST_LIMITS.budget[resource]];
    this.used.set(resource, value);
    if (value > max) throw errorOf({ value, max });
  }
}
