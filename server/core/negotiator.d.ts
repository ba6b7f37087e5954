// The package has no types. These are the calls of accept.ts.
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | undefined> });
    mediaType(available: readonly string[]): string | undefined;
    language(available: readonly string[]): string | undefined;
    languages(): string[];
    encoding(available: readonly string[]): string | undefined;
  }
}
