// The package brings no types of its own; these are the calls that accept.ts makes.
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | undefined> });
    mediaType(available: readonly string[]): string | undefined;
    language(available: readonly string[]): string | undefined;
    languages(): string[];
    encoding(available: readonly string[]): string | undefined;
  }
}
